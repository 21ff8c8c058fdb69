-- SPDX-License-Identifier: MIT
-- The table of types, read from the two compile-time cases that verify it, in C++ and in Rust. The label of a type joins the two.

local marker_rows = {}

local cpp_file = 'conformance/claims/send.almost-all.type.cpp'
local rust_file = 'conformance/claims/send.almost-all.type.rs'

local unreadable = 'the table of types cannot read this row; write it as `%s`'

local function lines_of(path)
  local file = io.open(path)
  if not file then return nil end
  local lines = {}
  for line in file:lines() do lines[#lines + 1] = line end
  file:close()
  return lines
end

local function begins_with(line, beginning) return line:sub(1, #beginning) == beginning end

local function cpp_rows(lines, problem)
  local rows, group = {}, ''
  for number, line in ipairs(lines) do
    local comment = line:match('^// (.+)$')
    if comment and lines[number - 1] == '' and lines[number + 1] == '' then group = comment:gsub('%.$', '') end
    local type, send, sync, label = line:match('^static_assert%(has_markers<(.+)>%((%a+), (%a+)%), "(.+)"%);$')
    if type then
      rows[#rows + 1] = {
        group = group,
        line = number,
        type = type,
        send = send,
        sync = sync,
        label = label,
        reason = lines[number - 1]:match('^// (.+)$'),
      }
    elseif begins_with(line, 'static_assert(has_markers<') then
      problem(cpp_file, number, unreadable, 'static_assert(has_markers<TYPE>(SEND, SYNC), "LABEL");')
    end
  end
  return rows
end

-- Adds to each row the answers of the Rust case for the same label.
local function join_rust(lines, rows, problem)
  local by_label = {}
  for _, row in ipairs(rows) do
    if by_label[row.label] then problem(cpp_file, row.line, '`%s` has two rows; remove one', row.label) end
    by_label[row.label] = row
  end
  for number, line in ipairs(lines) do
    local label, send, sync = line:match('^markers!%((.+), (%a+), (%a+)%);$')
    local row = by_label[label]
    if row and row.rust then
      problem(rust_file, number, '`%s` has two rows; remove one', label)
    elseif row then
      row.rust = { send = send, sync = sync }
    elseif label then
      problem(rust_file, number, '`%s` has no row in %s; add one', label, cpp_file)
    elseif begins_with(line, 'markers!(') then
      problem(rust_file, number, unreadable, 'markers!(LABEL, SEND, SYNC);')
    end
  end
end

local function compare(row, problem)
  if not row.rust then return problem(cpp_file, row.line, '`%s` has no row in %s; add one', row.label, rust_file) end
  local differ = row.send ~= row.rust.send or row.sync ~= row.rust.sync
  if differ and not row.reason then
    problem(cpp_file, row.line, 'C++ and Rust differ on `%s`; give the reason in a comment on the line above', row.label)
  elseif row.reason and not differ then
    problem(cpp_file, row.line, 'C++ and Rust agree on `%s`; remove the comment on the line above', row.label)
  end
end

--- Reads both cases. Returns the rows in the order of the C++ case, and the problems, each as a line that begins `FILE:LINE: `.
--- A row is { group, line, type, send, sync, label, rust = { send, sync }, reason }: `group` is the last comment between two empty
--- lines above it, `reason` the comment on the line above it.
function marker_rows.read()
  local problems = {}
  local function problem(file, line, message, ...)
    problems[#problems + 1] = ('%s:%d: '):format(file, line) .. message:format(...)
  end

  local cpp_lines, rust_lines = lines_of(cpp_file), lines_of(rust_file)
  if not cpp_lines or not rust_lines then
    problem(cpp_lines and rust_file or cpp_file, 1, 'this file is missing; the table of types is read from it')
    return {}, problems
  end
  local rows = cpp_rows(cpp_lines, problem)
  join_rust(rust_lines, rows, problem)
  for _, row in ipairs(rows) do compare(row, problem) end
  return rows, problems
end

return marker_rows
