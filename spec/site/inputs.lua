-- SPDX-License-Identifier: MIT
-- What a page is made from besides its text and these filters: files of the source tree, and parts of the evidence. Each is noted
-- when it is read, and `fearless site` keeps the page until one of them changes. What could not be noted can't be read.
--   FEARLESS_EVIDENCE    the folder of the evidence: `parts`, and `index.lua` with the place of each part in it
--   FEARLESS_PAGE        the folder of this page: receives `inputs`, a line for each input

local inputs = {}

local open, lines, pipe = io.open, io.lines, pandoc.pipe

local evidence_folder = os.getenv 'FEARLESS_EVIDENCE'

-- Nil outside `fearless site`.
local page_folder = os.getenv 'FEARLESS_PAGE'

--- The program that makes the pages: a text that changes with it.
inputs.pandoc = os.getenv 'FEARLESS_PANDOC' or tostring(PANDOC_VERSION)

local noted, order = {}, {}
local function note(kind, name)
  local line = kind .. ' ' .. name
  if not noted[line] then order[#order + 1] = line end
  noted[line] = true
end

function io.open(path, mode)
  note('file', path)
  return open(path, mode)
end

function io.lines(path, ...)
  note('file', path)
  return lines(path, ...)
end

for library, names in pairs {
  [io] = { 'input', 'popen' },
  [os] = { 'clock', 'date', 'execute', 'getenv', 'time' },
  [_G] = { 'dofile', 'loadfile' },
  [pandoc] = { 'pipe' },
  [pandoc.mediabag] = { 'fetch' },
  [pandoc.system] = { 'environment', 'get_working_directory', 'list_directory' },
} do
  for _, name in ipairs(names) do
    library[name] = function() error(('a page may not call `%s`, which leaves no note; see spec/site/inputs.lua'):format(name), 2) end
  end
end

--- The files below a folder whose names match a pattern of the shell, sorted; nil if the folder can't be read.
function inputs.files_below(folder, pattern)
  note('folder', folder)
  local found, output = pcall(pipe, 'find', { folder, '-name', pattern }, '')
  if not found then return nil end
  local files = {}
  for path in output:gmatch('[^\n]+') do files[#files + 1] = path end
  table.sort(files)
  return files
end

local index, parts
local function load_evidence()
  if not evidence_folder then return {}, nil end
  local index_file, parts_file = open(evidence_folder .. '/index.lua'), open(evidence_folder .. '/parts')
  if not index_file or not parts_file then
    error(('%s: no evidence is here; run `fearless site`, which writes it'):format(evidence_folder), 0)
  end
  local places = load(index_file:read('a'), '=index.lua', 't', {})()
  local texts = parts_file:read('a')
  index_file:close()
  parts_file:close()
  return places, texts
end

local loaded = {}

--- A part of the evidence by its name; nil if there is none.
function inputs.part(name)
  note('part', name)
  if loaded[name] ~= nil then return loaded[name] or nil end
  if not index then index, parts = load_evidence() end
  local place = index[name]
  loaded[name] = place and load('return ' .. parts:sub(place[1], place[1] + place[2] - 1), '=' .. name, 't', {})() or false
  return loaded[name] or nil
end

--- Writes the notes to the folder of this page.
function inputs.save()
  if not page_folder then return end
  local file = assert(open(page_folder .. '/inputs', 'w'))
  file:write(table.concat(order, '\n'), '\n')
  file:close()
end

--- Reads and writes what is kept in the folder of this page, which no page shows.
function inputs.kept(name)
  local file = page_folder and open(page_folder .. '/' .. name, 'rb')
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text
end

function inputs.keep(name, text)
  if not page_folder then return end
  local file = assert(open(page_folder .. '/' .. name, 'wb'))
  file:write(text)
  file:close()
end

return inputs
