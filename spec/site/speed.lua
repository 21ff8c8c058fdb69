-- SPDX-License-Identifier: MIT
-- The page Speed: tables and plots of the latest benchmark. A plot shows what the table below it says.

local evidence = require 'evidence'
local html = require 'html'

local escape, tag, block = html.escape, html.tag, html.block

local overviews = {}

-- The file of the latest benchmark. Only the page Speed reads it, so that no other page depends on it.
local speed

local function paragraph(contents) return block(tag('p', nil, contents)) end

-- A number with three digits that count: 1.62, 16.2, 162, 1,620.
local function number(value)
  if value >= 99.95 then
    local digits = ('%.0f'):format(value)
    return (digits:reverse():gsub('(%d%d%d)', '%1,'):reverse():gsub('^,', ''))
  end
  return (value < 9.995 and '%.2f' or '%.1f'):format(value)
end

local function ratio_text(row)
  local ratio = row.times_as_long
  return number(ratio.median), ('%s–%s'):format(number(ratio.quartiles[1]), number(ratio.quartiles[2]))
end

-- The measures of a group, and its libraries with a title, in the order of the file: { name, title }.
local function group(name)
  local measures, libraries, seen, titles = {}, {}, {}, {}
  for _, library in ipairs(speed.libraries) do titles[library.name] = library.title end
  for _, measure in ipairs(speed.measures) do
    if measure.group == name then
      measures[#measures + 1] = measure
      for _, row in ipairs(measure.rows) do
        if not seen[row.library] then
          seen[row.library] = true
          libraries[#libraries + 1] = { name = row.library, title = titles[row.library] or row.library }
        end
      end
    end
  end
  return measures, libraries
end

local function row_of(measure, library)
  for _, row in ipairs(measure.rows) do
    if row.library == library.name then return row end
  end
end

-- Plots, drawn in units of a CSS pixel so that their text has the size of the text around them

local function text(x, y, contents, attributes)
  attributes = attributes or {}
  attributes.x, attributes.y = ('%.1f'):format(x), ('%.1f'):format(y)
  return tag('text', attributes, escape(contents))
end

local function line(x1, y1, x2, y2, class)
  return ('<line class="%s" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>'):format(class, x1, y1, x2, y2)
end

-- A picture with its description for readers who can't see it.
local function plot(id, width, height, title, description, parts)
  return tag('svg', {
    class = 'plot', role = 'img', viewBox = ('0 0 %d %d'):format(width, height), width = width, height = height,
    ['aria-labelledby'] = id .. '.title ' .. id .. '.description',
  }, {
    tag('title', { id = id .. '.title' }, escape(title)),
    tag('desc', { id = id .. '.description' }, escape(description)),
    table.concat(parts),
  })
end

local function figure(caption, picture)
  return tag('figure', { class = 'chart' }, { tag('figcaption', nil, escape(caption)), picture })
end

-- Round numbers within a range, for an axis with a logarithmic scale: 0.5, 1, 2, 5, 10. If they would be many, powers of ten.
local function ticks(low, high)
  local found = {}
  local steps = high / low > 60 and { 1 } or { 1, 2, 5 }
  for power = math.floor(math.log(low, 10)), math.ceil(math.log(high, 10)) do
    for _, step in ipairs(steps) do
      local value = step * 10.0 ^ power
      if value >= low * 0.999 and value <= high * 1.001 then found[#found + 1] = value end
    end
  end
  return found
end

local function tick_text(value)
  if value >= 1e6 then return ('%g M'):format(value / 1e6) end
  if value >= 1e3 and value % 1e3 == 0 then return ('%g k'):format(value / 1e3) end
  return value >= 1e3 and number(value) or ('%g'):format(value)
end

-- A scale from values to coordinates, both given as ranges.
local function logarithmic(low, high, from, to)
  return function(value) return from + (to - from) * math.log(value / low) / math.log(high / low) end
end

-- The smallest and the largest ratio of a group, with 1 among them.
local function range_of_ratios(measures)
  local low, high = 0.8, 1.25
  for _, measure in ipairs(measures) do
    for _, row in ipairs(measure.rows) do
      if row.times_as_long then
        low = math.min(low, row.times_as_long.quartiles[1])
        high = math.max(high, row.times_as_long.quartiles[2])
      end
    end
  end
  return math.max(low, 1e-3) / 1.05, high * 1.05
end

-- A measure: for each library a dot at its ratio and a line over the middle half of the rounds.
local function ratio_plot(id, measure, libraries, low, high)
  local width, left, right, top, step = 360, 146, 314, 8, 22
  local at = logarithmic(low, high, left, right)
  local shown, described, marks = 0, {}, {}
  for _, library in ipairs(libraries) do
    local row = row_of(measure, library)
    if row and row.times_as_long and library.name ~= 'reference' then
      local y = top + step * shown + step / 2
      local median, spread = ratio_text(row)
      local ratio = row.times_as_long
      marks[#marks + 1] = text(left - 8, y + 4, library.title, { ['text-anchor'] = 'end' })
      marks[#marks + 1] = line(at(math.max(ratio.quartiles[1], low)), y, at(ratio.quartiles[2]), y, 'spread')
      marks[#marks + 1] = ('<circle cx="%.1f" cy="%.1f" r="4"/>'):format(at(math.max(ratio.median, low)), y)
      marks[#marks + 1] = text(width, y + 4, median, { ['text-anchor'] = 'end' })
      described[#described + 1] = ('%s %s (%s)'):format(library.title, median, spread)
      shown = shown + 1
    end
  end
  local bottom = top + step * shown + 4
  local axis = { line(at(1), top, at(1), bottom, 'one') }
  for _, value in ipairs(ticks(low, high)) do
    axis[#axis + 1] = line(at(value), bottom, at(value), bottom + 4, 'tick')
    axis[#axis + 1] = text(at(value), bottom + 17, tick_text(value), { ['text-anchor'] = 'middle', class = 'scale' })
  end
  local description = 'Times as long as Fearless: ' .. table.concat(described, '; ') .. '.'
  return plot(id, width, bottom + 22, measure.title, description, { table.concat(axis), table.concat(marks) })
end

local function missing(row, columns)
  return tag('td', { colspan = columns, class = 'quiet' },
    'not measured: install ' .. tag('code', nil, escape(table.concat(row.needs, ' '))))
end

-- A table with a row for each library and a column for each measure. `cell` writes what a row says.
local function figures(name, heads, measures, libraries, cell)
  local rows = {}
  for _, library in ipairs(libraries) do
    local cells, first = { tag('th', { scope = 'row' }, escape(library.title)) }, row_of(measures[1], library)
    if first and first.needs then
      cells[2] = missing(first, #measures)
    else
      for number_of, measure in ipairs(measures) do
        local row = row_of(measure, library)
        local contents = row and row.needs and 'not measured' or row and cell(row) or '–'
        cells[number_of + 1] = tag('td', { ['data-of'] = heads[number_of + 1] .. ':' }, contents)
      end
    end
    rows[#rows + 1] = tag('tr', nil, cells)
  end
  return block(html.wide_table(name, 'stacked labelled figures', heads, { rows }))
end

local function heads_of(measures, title_of)
  local heads = { 'Library' }
  for _, measure in ipairs(measures) do heads[#heads + 1] = escape(title_of(measure)) end
  return heads
end

local function nanoseconds(row) return number(row.nanoseconds.median) .. ' ns' end

local function ratio_cell(row)
  if row.library == 'reference' then return tag('b', nil, nanoseconds(row)) end
  local median, spread = ratio_text(row)
  return ('<b>%s</b> (%s) <span class="quiet">%s</span>'):format(median, spread, nanoseconds(row))
end

local captions = {
  channels = 'Channels: times as long as Fearless',
  locks = 'Locks, owners, threads: times as long as Fearless',
  ['port-channels'] = 'Channels through the port: times as long as the reference',
  ['port-locks'] = 'Locks and owners through the port: times as long as the reference',
}

local function ratios(division)
  local name = division.attributes.of
  local measures, libraries = group(name)
  if #measures == 0 then return { paragraph 'Not measured.' } end
  local low, high = range_of_ratios(measures)
  local charts = {}
  if not name:match '^port' then
    for at, measure in ipairs(measures) do
      charts[at] = figure(measure.title, ratio_plot(('plot.%s.%d'):format(name, at), measure, libraries, low, high))
    end
  end
  local heads = heads_of(measures, function(measure) return measure.title end)
  local blocks = pandoc.List { figures(captions[name], heads, measures, libraries, ratio_cell) }
  if #charts > 0 then blocks:insert(1, block(tag('div', { class = 'charts' }, charts))) end
  return blocks
end

-- Growth

local axes = {
  producers = { 'Producers', 'producers' },
  bytes = { 'Bytes of a message', 'bytes' },
  backlog = { 'Messages in the channel', 'messages' },
}

-- Moves labels apart that would overlap: they keep their order and come as close to where they belong as they can.
local function spread_labels(labels, top, bottom, step)
  table.sort(labels, function(one, other) return one.y < other.y end)
  for at, label in ipairs(labels) do
    label.place = math.max(label.y, at == 1 and top or labels[at - 1].place + step)
  end
  local limit = bottom
  for at = #labels, 1, -1 do
    labels[at].place = math.min(labels[at].place, limit)
    limit = labels[at].place - step
  end
end

-- For each library a line over the parameter; both scales are logarithmic.
local function growth_plot(name, measures, libraries)
  local width, height, left, right, top, bottom = 640, 300, 44, 500, 12, 256
  local low, high = math.huge, 0
  for _, measure in ipairs(measures) do
    for _, row in ipairs(measure.rows) do
      if row.nanoseconds then
        low, high = math.min(low, row.nanoseconds.median), math.max(high, row.nanoseconds.median)
      end
    end
  end
  local first, last = measures[1].parameter, measures[#measures].parameter
  local x, y = logarithmic(first, last, left, right), logarithmic(low / 1.1, high * 1.1, bottom, top)
  local parts, labels, described = {}, {}, {}
  for _, value in ipairs(ticks(low / 1.1, high * 1.1)) do
    parts[#parts + 1] = line(left, y(value), right, y(value), 'grid')
    parts[#parts + 1] = text(left - 6, y(value) + 4, tick_text(value), { ['text-anchor'] = 'end', class = 'scale' })
  end
  for _, measure in ipairs(measures) do
    parts[#parts + 1] = text(x(measure.parameter), bottom + 17, tick_text(measure.parameter),
      { ['text-anchor'] = 'middle', class = 'scale' })
  end
  parts[#parts + 1] = text((left + right) / 2, height - 8, axes[name][1], { ['text-anchor'] = 'middle', class = 'scale' })
  for at, library in ipairs(libraries) do
    local points, said, final = {}, {}, nil
    for _, measure in ipairs(measures) do
      local row = row_of(measure, library)
      if row and row.nanoseconds then
        final = y(row.nanoseconds.median)
        points[#points + 1] = ('%.1f,%.1f'):format(x(measure.parameter), final)
        said[#said + 1] = nanoseconds(row)
      end
    end
    if final then
      local class = library.name == 'reference' and 'own' or 'other dash-' .. at
      parts[#parts + 1] = ('<polyline class="%s" points="%s"/>'):format(class, table.concat(points, ' '))
      labels[#labels + 1] = { y = final, title = library.title, class = class }
      described[#described + 1] = ('%s from %s to %s'):format(library.title, said[1], said[#said])
    end
  end
  spread_labels(labels, top + 4, bottom, 17)
  for _, label in ipairs(labels) do
    parts[#parts + 1] = ('<polyline class="%s lead" points="%.1f,%.1f %.1f,%.1f %.1f,%.1f"/>'):format(
      label.class, right, label.y, right + 14, label.place, right + 40, label.place)
    parts[#parts + 1] = text(right + 45, label.place + 4, label.title, label.class == 'own' and { class = 'own' } or {})
  end
  local title = ('Nanoseconds for one message, from %s to %s %s'):format(tick_text(first), tick_text(last), axes[name][2])
  return figure(title, plot('plot.' .. name, width, height, title, table.concat(described, '; ') .. '.', parts))
end

local function growth_cell(row)
  if row.library == 'reference' then return tag('b', nil, nanoseconds(row)) end
  local median, spread = ratio_text(row)
  return ('%s <span class="quiet">%s (%s)</span>'):format(nanoseconds(row), median, spread)
end

local function growth(division)
  local name = division.attributes.of
  local measures, libraries = group(name)
  if #measures == 0 then return { paragraph 'Not measured.' } end
  local heads = heads_of(measures, function(measure) return tick_text(measure.parameter) end)
  return {
    block(tag('div', { class = 'wide', tabindex = '0', role = 'region', ['aria-label'] = axes[name][1] .. ': plot' },
      growth_plot(name, measures, libraries))),
    figures(axes[name][1], heads, measures, libraries, growth_cell),
    block(tag('p', { class = 'quiet' }, 'Below each time: how many times as long as Fearless, and the middle half of the rounds.')),
  }
end

-- In how many native comparisons Fearless is not behind.
local function verdict()
  local all, ahead = 0, 0
  for _, measure in ipairs(speed.measures) do
    for _, row in ipairs(measure.group:match '^port' and {} or measure.rows) do
      if row.times_as_long and row.library ~= 'reference' then
        all = all + 1
        if row.times_as_long.median >= 0.995 then ahead = ahead + 1 end
      end
    end
  end
  local blocks = pandoc.List { paragraph(('In <b>%d of %d</b> comparisons Fearless takes no longer than the other library.'):format(ahead, all)) }
  if speed.quick then
    blocks:insert(1, paragraph '<strong>Made with <code>--quick</code>: the figures mean nothing.</strong>')
  end
  return blocks
end

local function machine()
  local of = speed.machine
  local items = {}
  local function fact(name, value)
    items[#items + 1] = tag('div', nil, { tag('dt', nil, escape(name)), tag('dd', nil, value) })
  end
  fact('Processor', escape(('%s, %d processors'):format(of.processor, of.processors)))
  fact('Memory', escape(of.memory))
  fact('System', escape(('%s, Linux %s'):format(of.system, of.kernel)))
  fact('Load', ('%.1f before, %.1f after'):format(of.load[1], of.load[2]))
  for _, language in ipairs { 'C++', 'Rust', 'Go' } do
    if speed.compilers[language] then fact(language, escape(speed.compilers[language])) end
  end
  fact('Measured', escape(evidence.moment(speed.started)) .. (speed.commit and ' at ' .. tag('code', nil, escape(speed.commit)) or ''))

  local rows = {}
  for _, library in ipairs(speed.libraries) do
    local about = library.needs[1] and 'not measured: install ' .. tag('code', nil, escape(table.concat(library.needs, ' '))) or
      escape(library.note or '')
    rows[#rows + 1] = tag('tr', nil, {
      tag('th', { scope = 'row' }, escape(library.title)),
      tag('td', { ['data-of'] = 'Release:' }, escape(library.release or '–')),
      tag('td', { ['data-of'] = 'Language:' }, escape(library.language)),
      tag('td', { ['data-of'] = 'Note:' }, about ~= '' and about or '–'),
    })
  end
  local commands = {}
  for _, measure in ipairs(speed.measures) do
    if not measure.group:match '^port' then
      commands[#commands + 1] = tag('tr', nil, {
        tag('th', { scope = 'row' }, escape(measure.title)),
        tag('td', nil, tag('code', nil, escape('build/dev/bench/LIBRARY ' .. measure.arguments))),
        tag('td', { ['data-of'] = 'Rounds:' }, ('%d'):format(measure.rounds)),
      })
    end
  end
  return {
    block(tag('dl', { class = 'facts' }, items)),
    block(html.wide_table('Libraries', 'stacked labelled', { 'Library', 'Release', 'Language', 'Note' }, { rows })),
    paragraph(('<code>%s</code> builds the programs, runs all rounds and writes <code>build/dev/results/speed.json</code>. One round of one library is one of these commands, which prints nanoseconds for each operation:'):format(
      escape(speed.command))),
    block(html.wide_table('Commands', 'stacked labelled', { 'Row', 'Command', 'Rounds' }, { commands })),
  }
end

local parts = { verdict = verdict, ratios = ratios, growth = growth, machine = machine }

-- The whole page, or how to make its figures if there are none.
overviews.measured = function(element)
  speed = evidence.speed
  if not speed then
    return { paragraph 'Nothing has been measured yet. Run <code>./fearless bench</code> in the source tree, then <code>./fearless site</code>.' }
  end
  local blocks = pandoc.List()
  for _, part in ipairs(element.content) do
    local made = part.t == 'Div' and parts[part.classes[1]]
    if made then blocks:extend(made(part)) else blocks:insert(part) end
  end
  return blocks
end

return overviews
