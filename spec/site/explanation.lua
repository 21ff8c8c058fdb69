-- SPDX-License-Identifier: MIT
-- The explanation of a failed execution: a diagram of what its threads did, and the same as a list.

local fitted = require 'fitted'
local html = require 'html'
local searched = require 'searched'

local escape, tag = html.escape, html.tag

local explanation = {}

-- A diagram of more steps leaves some out; the list has all of them.
local most_steps, last_steps, steps_around_a_mark = 60, 10, 2

-- More threads have no diagram.
local most_lanes = 24

-- Words

local function counted(number, one, many) return searched.grouped(number) .. ' ' .. (number == 1 and one or many) end

local function listed(words)
  if #words < 2 then return words[1] or '' end
  return table.concat(words, ', ', 1, #words - 1) .. ' and ' .. words[#words]
end

local departures = {
  { 'switches', 'switch', 'switches' },
  { 'reads', 'older value', 'older values' },
  { 'times_out', 'time-out', 'time-outs' },
  { 'wakes', 'wake-up for no reason', 'wake-ups for no reason' },
  { 'is_woken', 'other waiter woken', 'other waiters woken' },
  { 'goes_on', 'yield without effect', 'yields without effect' },
  { 'fails', 'exchange that fails for no reason', 'exchanges that fail for no reason' },
}

-- What the execution needs in order to fail, and how it was found.
local function needs_of(explained)
  local counts, words = {}, {}
  for _, departure in ipairs(explained.plan.departures) do
    local kind = tostring(departure[1])
    counts[kind] = (counts[kind] or 0) + 1
  end
  for _, kind in ipairs(departures) do
    local count = counts[kind[1]]
    if count then words[#words + 1] = counted(count, kind[2], kind[3]) end
  end
  local sentences = { ('This execution needs %s <span aria-hidden="true">◆</span>.'):format(listed(words)) }
  if #words == 0 then
    sentences = { 'The plainest execution fails: no thread is interrupted, and each load reads the newest value.' }
  elseif not explained.complete then
    sentences[2] = 'Fewer may be enough: the time for the search was over.'
  elseif #explained.plan.departures == 1 then
    sentences[2] = 'Without it, the case does not fail.'
  else
    sentences[2] = 'If any one of them is left out, the case does not fail.'
  end
  if explained.executions > 0 then
    sentences[#sentences + 1] = ('%s tried in %s ms.'):format(
      counted(explained.executions, 'execution was', 'executions were'), searched.grouped(explained.milliseconds))
  end
  return table.concat(sentences, ' ')
end

local function place_of(step)
  if not step.file or step.file == '' then return nil end
  return ('%s:%.0f'):format(step.file, step.line or 0)
end

local function has_marks(step) return step.marks ~= nil and #step.marks > 0 end

local function marks_of(step) return table.concat(step.marks or {}, ', ') end

local function is_switch(step)
  for _, mark in ipairs(step.marks or {}) do
    if mark == 'switch' then return true end
  end
  return false
end

local function is_waiting(step) return step.kind == 'wait' and not step.text:match '^goes on' end

-- The list

local verbs = { call = ' calls ', result = ' gets ', operation = ': ', wait = ' ' }

local function item_of(step)
  local text = escape(step.text)
  local parts = {
    tag('b', nil, ('thread %.0f'):format(step.thread)), verbs[step.kind] or ': ',
    step.kind == 'wait' and text or tag('code', nil, text),
  }
  if has_marks(step) then
    parts[#parts + 1] = tag('strong', nil, { ' <span aria-hidden="true">◆</span> ', escape(marks_of(step)) })
  end
  if step.note and step.note ~= '' then parts[#parts + 1] = (has_marks(step) and ': ' or '; ') .. escape(step.note) end
  local place = place_of(step)
  if place or step.code then
    local breakable = place and escape(place):gsub('/', '/<wbr>') .. ' ' or ''
    local code = step.code and tag('code', nil, escape(step.code)) or ''
    parts[#parts + 1] = tag('span', { class = 'place' }, breakable .. code)
  end
  return tag('li', nil, parts)
end

local function list_of(explained)
  local threads, items = {}, {}
  for number, what in ipairs(explained.threads) do threads[number] = ('thread %d is %s'):format(number, what) end
  for number, step in ipairs(explained.steps) do items[number] = item_of(step) end
  return tag('p', nil, escape(#threads > 0 and table.concat(threads, '; ') .. '.' or '')) .. tag('ol', nil, items)
end

-- The diagram, drawn in units of a CSS pixel so that its text has the size of the text around it

-- The width of a character: of code, of code that is written smaller, and of other text. Fonts differ; these are wide.
local code_width, small_width, text_width = 7.3, 6.65, 6.8

-- The widest diagram fits beside the claims on a wide screen. More threads take more, and the diagram scrolls.
local widest, narrowest, room_of_lane = 540, 280, 270

-- Where the first lane is, to the right of the numbers of the steps.
local first_lane = 32

-- Lines below each other, and the room before a step to which the turn passes.
local step_height, line_height, turn_height = 22, 15, 12

-- Which steps the diagram shows: numbers of steps, and negative numbers of steps that are left out in this place.
local function shown_of(steps)
  local kept, last_of = {}, {}
  for at, step in ipairs(steps) do last_of[step.thread] = at end
  for _, at in pairs(last_of) do kept[at] = true end
  for at, step in ipairs(steps) do
    if #steps <= most_steps or step.kind == 'call' or at > #steps - last_steps then kept[at] = true end
    if has_marks(step) then
      for near = at - steps_around_a_mark, at + steps_around_a_mark do kept[near] = true end
    end
  end
  local shown, gap = {}, 0
  for at in ipairs(steps) do
    -- The words on a single step that is left out would take the room of the step.
    if kept[at] or (kept[at + 1] and gap == 0) then
      if gap > 0 then shown[#shown + 1] = -gap end
      shown[#shown + 1] = at
      gap = 0
    else
      gap = gap + 1
    end
  end
  if gap > 0 then shown[#shown + 1] = -gap end
  return shown
end

-- The threads that take steps, each with its place in the diagram: { thread, x }, and by thread.
local function lanes_of(steps)
  local lanes, of = {}, {}
  for _, step in ipairs(steps) do
    if not of[step.thread] then
      of[step.thread] = { thread = step.thread }
      lanes[#lanes + 1] = of[step.thread]
    end
  end
  table.sort(lanes, function(one, other) return one.thread < other.thread end)
  local between = #lanes <= 3 and 96 or math.max(14, math.min(84, 236 // (#lanes - 1)))
  for number, lane in ipairs(lanes) do lane.x = first_lane + (number - 1) * between end
  return lanes, of, between
end

-- Where the text of a step begins. What happens inside of a call is indented.
local function text_at(step, lane) return lane.x + ((step.kind == 'call' or step.kind == 'result') and 13 or 21) end

-- The file without its folders, and the line.
local function short_place_of(step)
  local place = place_of(step)
  if not place then return nil end
  local file, line = place:match '([^/]*)(:%d+)$'
  return fitted.cut(file, 30) .. line
end

local function width_of(explained, shown, of, lanes)
  local width = narrowest
  for _, at in ipairs(shown) do
    local step = explained.steps[at]
    if step then
      local place = short_place_of(step)
      local text = text_at(step, of[step.thread]) + fitted.columns(step.text) * code_width
      width = math.max(width, text + (place and fitted.columns(place) * small_width + 22 or 8))
    end
  end
  return math.max(lanes[#lanes].x + 130, math.min(width, math.max(widest, lanes[#lanes].x + room_of_lane)))
end

local function text(x, y, class, contents, anchor)
  local attributes = { x = ('%.0f'):format(x), y = ('%.0f'):format(y), class = class, ['text-anchor'] = anchor }
  return tag('text', attributes, escape(contents))
end

local function path(class, ...) return tag('path', { class = class, d = (...):format(select(2, ...)) }) end

local glyphs = {
  call = 'M%.0f %.0fm-4 -5l9 5l-9 5z',
  result = 'M%.0f %.0fm4 -5l-9 5l9 5z',
  operation = 'M%.0f %.0fm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  wait = 'M%.0f %.0fm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  marked = 'M%.0f %.0fm-7 0l7 -7l7 7l-7 7z',
}

local function glyph_of(step, x, y)
  local kind = has_marks(step) and 'marked' or glyphs[step.kind] and step.kind or 'operation'
  return path('glyph ' .. kind, glyphs[kind], x, y)
end

-- The lines below a step: its marks, its note, its place if it needs a line of its own, and its code if it is marked.
-- Each is { class, text }.
local function lines_below(step, room, place)
  local lines = {}
  local function add(class, contents, width, most)
    local columns = math.min(room // width, 52)
    for _, line in ipairs(fitted.lines(contents, columns, most)) do lines[#lines + 1] = { class, line } end
  end
  if has_marks(step) then add('mark', marks_of(step), text_width, 2) end
  if step.note and step.note ~= '' then add('note', step.note, text_width, 3) end
  if place then add('place', place, small_width, 1) end
  if has_marks(step) and step.code then add('code', step.code, small_width, 1) end
  return lines
end

-- All about a step, shown by a browser under the pointer: texts of the diagram can be cut off.
local function hint_of(step, number)
  local lines = { ('step %d, thread %.0f: %s'):format(number, step.thread, step.text), marks_of(step), step.note or '',
    place_of(step) or '', step.code or '' }
  local parts = {}
  for _, line in ipairs(lines) do
    if line ~= '' then parts[#parts + 1] = line end
  end
  return tag('title', nil, escape(table.concat(parts, '\n')))
end

-- Draws a step with its text at this height. Returns the drawing and the height of its last line.
local function draw_step(step, number, lane, y, width)
  local x, place = text_at(step, lane), short_place_of(step)
  local room_beside = width - x - fitted.columns(step.text) * code_width - 14
  local is_beside = place and fitted.columns(place) * small_width <= room_beside
  local drawn = {
    hint_of(step, number), glyph_of(step, lane.x, y - 4), text(first_lane - 12, y, 'number', number, 'end'),
    text(x, y, step.kind == 'call' and 'does call' or 'does', fitted.cut(step.text, (width - x) // code_width)),
    is_beside and text(width, y, 'place', place, 'end') or '',
  }
  local below = lines_below(step, width - x, not is_beside and place or nil)
  for _, line in ipairs(below) do
    y = y + line_height
    drawn[#drawn + 1] = text(x, y, line[1], line[2])
  end
  return tag('g', has_marks(step) and { class = 'marked' } or nil, drawn), #below > 0 and y + 4 or y
end

-- Draws the texts of the shown steps. Returns the drawing, the point of each step, and the height of the last line.
local function draw_steps(explained, shown, of, width, top)
  local drawn, points, y, before = {}, {}, top, nil
  for number, at in ipairs(shown) do
    local step = explained.steps[at]
    y = y + step_height + (step and before and before.thread ~= step.thread and turn_height or 0)
    if step then
      local lane = of[step.thread]
      points[at] = { x = lane.x, y = y - 4 }
      drawn[number], y = draw_step(step, at, lane, y, width)
    else
      drawn[number] = text(first_lane + 13, y, 'gap', '… ' .. counted(-at, 'step', 'steps'))
    end
    before = step
  end
  return table.concat(drawn), points, y
end

-- From a step to the next one: down, and across if the turn passes to another thread.
local function turn(step, from, to)
  if from.x == to.x then return path('turn', 'M%.0f %.0fV%.0f', from.x, from.y, to.y) end
  local y, bend = to.y - 17, to.x > from.x and 6 or -6
  local class = is_switch(step) and 'turn switch' or 'turn'
  return path(class, 'M%.0f %.0fV%.0fq0 6 %d 6H%.0fq%d 0 %d 6V%.0f',
    from.x, from.y, y - 6, bend, to.x - bend, bend, bend, to.y)
end

-- The line of a thread between its steps: it waits, or another thread has the turn.
local function life_of(explained, lane, points, bottom, has_words)
  local drawn, last, from = {}, nil, nil
  for at, step in ipairs(explained.steps) do
    if step.thread == lane.thread then
      local to = points[at]
      if from and to then
        drawn[#drawn + 1] = path(is_waiting(last) and 'life waits' or 'life', 'M%.0f %.0fV%.0f', lane.x, from.y, to.y)
      end
      last, from = step, to or from
    end
  end
  if is_waiting(last) and from then
    drawn[#drawn + 1] = path('life waits', 'M%.0f %.0fV%.0f', lane.x, from.y, bottom)
    drawn[#drawn + 1] = path('never', 'M%.0f %.0fm-7 0h14', lane.x, bottom)
    if has_words then drawn[#drawn + 1] = text(lane.x + 13, bottom + 4, 'still', 'still waits') end
  end
  return table.concat(drawn)
end

-- The names of the threads above their lanes. Returns the drawing and the height of its last line.
local function draw_heads(explained, lanes, between, width)
  local drawn, top, most = {}, 20, 0
  for number, lane in ipairs(lanes) do
    drawn[#drawn + 1] = text(lane.x - 5, top, 'head', (between >= 60 and 'thread %.0f' or '%.0f'):format(lane.thread))
    if between > 84 then
      local room = number == #lanes and width - lane.x or between
      local what = fitted.lines(explained.threads[lane.thread] or '', (room - 6) // 5.9, 2)
      for line, words in ipairs(what) do drawn[#drawn + 1] = text(lane.x - 5, top + line * 13, 'what', words) end
      most = math.max(most, #what)
    end
  end
  return table.concat(drawn), top + most * 13
end

local function description_of(explained, lanes)
  local marked = {}
  for at, step in ipairs(explained.steps) do
    if has_marks(step) then
      local what = fitted.cut(step.text, 80)
      marked[#marked + 1] = ('step %d, thread %.0f: %s (%s)'):format(at, step.thread, what, marks_of(step))
    end
  end
  return ('%s of %s, from top to bottom. %sThe list below has all steps.'):format(
    counted(#explained.steps, 'step', 'steps'), counted(#lanes, 'thread', 'threads'),
    #marked > 0 and 'Marked: ' .. table.concat(marked, '; ', 1, math.min(#marked, 10)) .. '. ' or '')
end

local function diagram(explained, id, title)
  local lanes, of, between = lanes_of(explained.steps)
  if #lanes == 0 or #lanes > most_lanes then return nil end
  local shown = shown_of(explained.steps)
  local width = width_of(explained, shown, of, lanes)
  local heads, top = draw_heads(explained, lanes, between, width)
  local steps, points, bottom = draw_steps(explained, shown, of, width, top + 8)
  bottom = bottom + 20
  local lines, turns = {}, {}
  for number, lane in ipairs(lanes) do
    local guide = path('guide', 'M%.0f %.0fV%.0f', lane.x, top + 10, bottom)
    lines[number] = guide .. life_of(explained, lane, points, bottom, between >= 84)
  end
  for number, at in ipairs(shown) do
    local from = points[shown[number - 1] or 0]
    if points[at] and from then turns[#turns + 1] = turn(explained.steps[at], from, points[at]) end
  end
  local height = bottom + 16
  return tag('svg', {
    role = 'img', viewBox = ('0 0 %.0f %.0f'):format(width, height), width = ('%.0f'):format(width),
    height = ('%.0f'):format(height), ['aria-labelledby'] = id .. '.title ' .. id .. '.description',
  }, {
    tag('title', { id = id .. '.title' }, escape(title)),
    tag('desc', { id = id .. '.description' }, escape(description_of(explained, lanes))),
    heads, table.concat(lines), table.concat(turns), steps,
  })
end

-- The whole

local function items_of(lines)
  local items = {}
  for number, line in ipairs(lines) do items[number] = tag('li', nil, escape(line)) end
  return tag('ul', nil, items)
end

local function outcomes_of(expected)
  local quoted = {}
  for number, outcome in ipairs(expected) do quoted[number] = tag('q', nil, escape(outcome)) end
  return tag('p', nil, { 'Allowed outcomes: ', table.concat(quoted, ', '), '.' })
end

local function region(title, drawn)
  local label = title .. ': diagram'
  return tag('div', { class = 'diagram', tabindex = '0', role = 'region', ['aria-label'] = label }, drawn)
end

--- What happened in the execution that a row's `explanation` describes, as HTML. `name` is the row's, in words.
function explanation.figure(row, name)
  local explained = row.explanation
  local id = ('explanation.%s.%s'):format(row.case, row.build):gsub('[^%w._-]', '-')
  local title = ('Why %s fails'):format(name)
  local link = searched.explained('explanation', 'How to read this')
  local drawn = diagram(explained, id, title)
  local steps = counted(#explained.steps, 'step', 'steps')
  return tag('figure', { class = 'explanation' }, {
    tag('figcaption', nil, { '<b>Why it fails.</b> ', needs_of(explained), ' ', link }),
    drawn and region(title, drawn) or '',
    #explained['end'] > 0 and tag('p', nil, 'At the end:') .. items_of(explained['end']) or '',
    #explained.expected > 0 and outcomes_of(explained.expected) or '',
    #explained.steps > 0 and tag('details', { open = not drawn }, {
      tag('summary', nil, 'The same as a list: ' .. steps), list_of(explained),
    }) or '',
  })
end

--- The same, folded.
function explanation.folded(row, name)
  return tag('details', nil, { tag('summary', nil, 'Why it fails'), explanation.figure(row, name) })
end

return explanation
