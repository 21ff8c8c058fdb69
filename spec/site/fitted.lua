-- SPDX-License-Identifier: MIT
-- Fits texts of any length into columns of characters. A drawing can't wrap text by itself.

local fitted = {}

-- Whether a character takes the place of two: those of East Asia, and pictures.
local function is_wide(code)
  return code >= 0x1100 and code <= 0x115F or code >= 0x2E80 and code <= 0xA4CF or code >= 0xAC00 and code <= 0xD7A3 or
    code >= 0xF900 and code <= 0xFAFF or code >= 0xFE30 and code <= 0xFE6F or code >= 0xFF00 and code <= 0xFF60 or
    code >= 0x1F300 and code <= 0x1FAFF or code >= 0x20000
end

-- The characters of a text, each with its columns: { character, columns }.
local function characters_of(text)
  local characters = {}
  for character in text:gsub('%c', ' '):gmatch '[\0-\127\194-\244][\128-\191]*' do
    local is_valid = utf8.len(character)
    local columns = is_valid and is_wide(utf8.codepoint(character)) and 2 or 1
    characters[#characters + 1] = { is_valid and character or '\u{FFFD}', columns }
  end
  return characters
end

-- The characters from one place to another one, and how many columns they take.
local function part(characters, from, to)
  local texts, columns = {}, 0
  for at = from, to do
    texts[#texts + 1] = characters[at][1]
    columns = columns + characters[at][2]
  end
  return table.concat(texts), columns
end

--- How many columns a text takes.
function fitted.columns(text)
  local characters = characters_of(text)
  local _, columns = part(characters, 1, #characters)
  return columns
end

-- The last character of the line that begins at `from`, and whether it is the last of all.
local function end_of_line(characters, from, columns)
  local used, space = 0, nil
  for at = from, #characters do
    used = used + characters[at][2]
    if used > columns then return math.max(space or at - 1, from), false end
    if characters[at][1] == ' ' then space = at end
  end
  return #characters, true
end

--- A text in at most so many lines, which break at spaces where they can. An ellipsis stands for what does not fit.
function fitted.lines(text, columns, most)
  columns = math.max(columns, 1)
  local characters, lines, from = characters_of(text), {}, 1
  while from <= #characters do
    local to, is_last = end_of_line(characters, from, columns)
    local line, used = part(characters, from, to)
    if not is_last and #lines + 1 == most then
      -- As many characters as leave room for the ellipsis, even in the middle of a word.
      while to < #characters and used + characters[to + 1][2] < columns do
        to = to + 1
        line, used = part(characters, from, to)
      end
      while to >= from and used + 1 > columns do
        to = to - 1
        line, used = part(characters, from, to)
      end
      lines[#lines + 1] = line:gsub('%s+$', '') .. '…'
      return lines
    end
    lines[#lines + 1] = line:match '^%s*(.-)%s*$'
    from = to + 1
  end
  return lines
end

--- A text in one line.
function fitted.cut(text, columns) return fitted.lines(text, columns, 1)[1] or '' end

return fitted
