-- SPDX-License-Identifier: MIT
-- The table of types, read from the two tests that ask the compilers for it: C++'s types, and Rust's, joined by their labels.

local marker_rows = {}

local cpp_file = 'conformance/claims/send.almost-all.type.cpp'
local rust_file = 'conformance/claims/send.almost-all.type.rs'

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
      problem(cpp_file, number, 'the row is in no form that the table of types knows')
    end
  end
  return rows
end

-- Gives each row of C++'s what Rust's test says of the same label.
local function join_rust(lines, rows, problem)
  local by_label = {}
  for _, row in ipairs(rows) do
    if by_label[row.label] then problem(cpp_file, row.line, '`%s` stands there twice', row.label) end
    by_label[row.label] = row
  end
  for number, line in ipairs(lines) do
    local label, send, sync = line:match('^markers!%((.+), (%a+), (%a+)%);$')
    local row = by_label[label]
    if row and row.rust then
      problem(rust_file, number, '`%s` stands there twice', label)
    elseif row then
      row.rust = { send = send, sync = sync }
    elseif label then
      problem(rust_file, number, '`%s` has no row in %s', label, cpp_file)
    elseif begins_with(line, 'markers!(') then
      problem(rust_file, number, 'the row is in no form that the table of types knows')
    end
  end
end

local function compare(row, problem)
  if not row.rust then return problem(cpp_file, row.line, '`%s` has no row in %s', row.label, rust_file) end
  local differ = row.send ~= row.rust.send or row.sync ~= row.rust.sync
  if differ and not row.reason then
    problem(cpp_file, row.line, 'C++ and Rust differ on `%s`: say why in a comment directly above', row.label)
  elseif row.reason and not differ then
    problem(cpp_file, row.line, 'C++ and Rust agree on `%s`: leave out the reason for a difference', row.label)
  end
end

--- Reads both tests: the rows in C++'s order, and what is wrong with them, each in a line that begins `FILE:LINE: `.
--- A row is { group, line, type, send, sync, label, rust = { send, sync }, reason }; `group` is the comment that stands by itself
--- somewhere above it, `reason` the one directly above it.
function marker_rows.read()
  local problems = {}
  local function problem(file, line, message, ...)
    problems[#problems + 1] = ('%s:%d: '):format(file, line) .. message:format(...)
  end

  local cpp_lines, rust_lines = lines_of(cpp_file), lines_of(rust_file)
  if not cpp_lines or not rust_lines then
    problem(cpp_lines and rust_file or cpp_file, 1, 'there is no such file, and the table of types needs it')
    return {}, problems
  end
  local rows = cpp_rows(cpp_lines, problem)
  join_rust(rust_lines, rows, problem)
  for _, row in ipairs(rows) do compare(row, problem) end
  return rows, problems
end

return marker_rows
