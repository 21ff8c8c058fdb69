-- SPDX-License-Identifier: MIT
-- The page on compiler errors, from the messages in the reference's headers and the compile-time cases that show them.

local claims = require 'claims'
local evidence = require 'evidence'
local html = require 'html'
local inputs = require 'inputs'

local escape, tag, block = html.escape, html.tag, html.block

local errors = {}

local headers_folder = 'impl/reference/include/fearless'
local cases_folder = 'conformance/claims'

-- Codes of Clang and clang-tidy, which have no message in a header.
local codes_of_tools = {
  ['-Wconsumed'] = 'A value is used after it was consumed, such as a handle after `join`.',
  ['-Wdangling'] = 'A reference outlives the value that it refers to.',
  ['-Wreturn-stack-address'] = 'A function returns a reference to one of its local variables.',
  ['bugprone-use-after-move'] = 'A value is used after it was moved. Reported by clang-tidy.',
}

local function sorted(keys)
  local list = {}
  for key in pairs(keys) do list[#list + 1] = key end
  table.sort(list)
  return list
end

local function files_below(folder, pattern)
  local files = inputs.files_below(folder, pattern)
  if not files then html.fail(('%s: can’t read this folder, from which the page on errors is made'):format(folder)) end
  return files
end

local function read(path)
  local file = io.open(path)
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text
end

-- The string literals of a source. Literals that follow each other are one, as in C++.
local function literals_of(text)
  local literals, at, previous_end = {}, 1, nil
  text = text:gsub('\\\n', '\n')
  while true do
    local first = text:find('"', at, true)
    if not first then return literals end
    local last = first + 1
    while last <= #text and text:sub(last, last) ~= '"' and text:sub(last, last) ~= '\n' do
      last = last + (text:sub(last, last) == '\\' and 2 or 1)
    end
    if text:sub(last, last) == '"' then
      local literal = text:sub(first + 1, last - 1)
      if previous_end and not text:sub(previous_end + 1, first - 1):find('%S') then
        literals[#literals] = literals[#literals] .. literal
      else
        literals[#literals + 1] = literal
      end
      previous_end, at = last, last + 1
    else
      at = last -- not a literal: an apostrophe's neighbour, or a quotation mark in a comment
    end
  end
end

-- The parts of a message: `fearless[code] (E0000): wrong; instead`. A colon separates the last two if there is no semicolon.
local function parts_of(literal)
  local code, rust, rest = literal:match('^(fearless%[[a-z-]+%]) %((E%d%d%d%d)%): (.*)$')
  if not code then return nil end
  local wrong, instead = rest:match('^([^;]*); (.*)$')
  if not wrong then wrong, instead = rest:match('^([^:]*): (.*)$') end
  return wrong and { code = code, rust = rust, wrong = wrong, instead = instead }
end

-- The messages in the headers, by code.
local function messages()
  local found = {}
  for _, header in ipairs(files_below(headers_folder, '*.hpp')) do
    local text = read(header)
    for _, literal in ipairs(literals_of(text)) do
      local message = parts_of(literal)
      if message then
        local of_code = found[message.code] or {}
        found[message.code] = of_code
        local key = message.wrong .. message.instead
        if not of_code[key] then
          of_code[key] = true
          of_code[#of_code + 1] = message
        end
      elseif literal:match('^fearless%[') then
        html.fail(('%s: the message `%s` does not have the form `fearless[code] (E0000): wrong; instead`'):format(header, literal))
      end
    end
    for code in text:gmatch('fearless%[[a-z-]+%]') do
      if not found[code] then html.fail(('%s: %s is not part of a message; write its message as a string literal'):format(header, code)) end
    end
  end
  return found
end

-- The rejected or the accepted program of a case, as a user of the library would write it.
local function program(text, accepted)
  local lines, taken = {}, { true }
  local function is_taken()
    for _, each in ipairs(taken) do
      if not each then return false end
    end
    return true
  end
  for line in text:gmatch('([^\n]*)\n') do
    if line == '#ifdef ACCEPTED' or line == '#ifndef ACCEPTED' then
      taken[#taken + 1] = accepted == (line == '#ifdef ACCEPTED')
    elseif line == '#else' and #taken > 1 then
      taken[#taken] = not taken[#taken]
    elseif line == '#endif' and #taken > 1 then
      taken[#taken] = nil
    elseif is_taken() and not (#lines == 0 and line:match('^//')) then
      lines[#lines + 1] = line
    end
  end
  local made = table.concat(lines, '\n'):gsub('<native%.hpp>', '<fearless/fearless.hpp>'):gsub('native::', 'fearless::')
  return (made:gsub('\n\n\n+', '\n\n'):gsub('^%s+', ''):gsub('%s+$', ''))
end

-- The cases by the code of their rejection, the case with the shortest name first: { name, text }.
local function cases()
  local found = {}
  for _, file in ipairs(files_below(cases_folder, '*.reject.cpp')) do
    local text = read(file)
    local code = ('\n' .. text):match('\n// Rejected: (%S+)')
    if not code then html.fail(file .. ': the first comment has no line `// Rejected: …`') end
    found[code] = found[code] or {}
    table.insert(found[code], { file = file, name = file:match('([^/]*)%.reject%.cpp$'), text = text })
  end
  for _, of_code in pairs(found) do
    table.sort(of_code, function(one, other)
      if #one.name ~= #other.name then return #one.name < #other.name end
      return one.name < other.name
    end)
  end
  return found
end

-- The codes of rustc in the Rust counterparts of cases, for a code that has no message in a header.
local function rust_codes(of_code)
  local codes = {}
  for _, case in ipairs(of_code) do
    local counterpart = read(case.file:gsub('%.cpp$', '.rs'))
    for code in ('\n' .. (counterpart or '')):gmatch('\n// Rejected: (E%d%d%d%d)') do codes[code] = true end
  end
  return sorted(codes)
end

local function claim_of(name)
  while name and not evidence.href(name) do name = name:match('^(.*)%.[^.]*$') end
  return name
end

-- A case's name as a link to its claim.
local function case_link(case)
  local claim = claim_of(case.name)
  local name = html.id(case.name)
  return claim and tag('a', { class = 'id', href = evidence.href(claim) }, name) or tag('span', { class = 'id' }, name)
end

-- A part of a message as a sentence. A part of one word is code.
local function sentence(part)
  part = part:gsub('\\"', '"')
  if not part:find(' ', 1, true) then return tag('code', nil, escape(part)) .. '.' end
  return html.prose(part) .. '.'
end

local function source(text) return pandoc.CodeBlock(text, pandoc.Attr('', { 'cpp' }, { tabindex = '0' })) end

local function section(code, paragraphs, rust, of_code)
  local heading = tag('code', nil, escape(code)) .. (#rust > 0 and ' (' .. table.concat(rust, ', ') .. ')' or '')
  local blocks = pandoc.List { block(tag('h2', { id = 'errors.' .. code:gsub('^fearless%[', ''):gsub('[^%w-]', ''):gsub('^-', '') }, heading)) }
  for _, paragraph in ipairs(paragraphs) do blocks:insert(block(tag('p', nil, paragraph))) end
  blocks:extend {
    block '<p class="label">Rejected</p>',
    source(program(of_code[1].text, false)),
    block '<p class="label">Accepted</p>',
    source(program(of_code[1].text, true)),
    block(tag('p', { class = 'quiet' }, 'From ' .. case_link(of_code[1]) .. '.')),
  }
  local others = {}
  for at = 2, #of_code do others[#others + 1] = case_link(of_code[at]) end
  if #others > 0 then
    blocks:insert(block(tag('details', nil, {
      tag('summary', nil, ('%d more case%s with this error'):format(#others, #others == 1 and '' or 's')),
      tag('p', { class = 'quiet' }, table.concat(others, ', ')),
    })))
  end
  return blocks
end

--- The sections of the page: the library's own codes, then those of the tools.
function errors.blocks()
  local known, shown = messages(), cases()
  local blocks = pandoc.List()
  for _, code in ipairs(sorted(known)) do
    if not shown[code] then
      html.fail(('%s: no case shows this error; write %s/<claim>.<aspect>.reject.cpp with `// Rejected: %s`'):format(code, cases_folder, code))
    end
    local paragraphs, rust = {}, {}
    for at, message in ipairs(known[code]) do
      paragraphs[at] = sentence(message.wrong) .. '<br><em>Instead:</em> ' .. sentence(message.instead)
      rust[message.rust] = true
    end
    blocks:extend(section(code, paragraphs, sorted(rust), shown[code]))
  end
  for _, code in ipairs(sorted(shown)) do
    if not known[code] then
      if code:match('^fearless%[') then html.fail(('%s: no header has a message with %s'):format(shown[code][1].file, code)) end
      if not codes_of_tools[code] then
        html.fail(('%s: add an explanation of %s to spec/site/errors.lua'):format(shown[code][1].file, code))
      end
      blocks:extend(section(code, { html.prose(codes_of_tools[code]) }, rust_codes(shown[code]), shown[code]))
    end
  end
  return blocks
end

return errors
