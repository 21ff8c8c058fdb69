-- SPDX-License-Identifier: MIT
-- The results of the stress cases: which schedules were searched, and which outcomes were seen.

local evidence = require 'evidence'
local html = require 'html'

local escape, tag = html.escape, html.tag

local searched = {}

--- A number with a comma between thousands.
function searched.grouped(number)
  local text = ('%.0f'):format(number)
  local times
  repeat
    text, times = text:gsub('^(%d+)(%d%d%d)', '%1,%2')
  until times == 0
  return text
end

local grouped = searched.grouped

--- The number of executions of a row, over all strategies; nil for a row that searched no schedules.
function searched.executions(row)
  local explored = row.explored
  if not explored then return nil end
  local executions = 0
  for _, strategy in ipairs(explored) do executions = executions + strategy.executions end
  return executions
end

--- A link to the section of the page on scheduling that explains a word.
function searched.explained(anchor, text) return tag('a', { href = 'scheduling.html#scheduling.' .. anchor }, text) end

local explained = searched.explained

local function outcomes_of(explored)
  local outcomes = {}
  for outcome, count in pairs(explored.outcomes or {}) do outcomes[#outcomes + 1] = { outcome, count } end
  table.sort(outcomes, function(one, other)
    if one[2] ~= other[2] then return one[2] > other[2] end
    return one[1] < other[1]
  end)
  local items = {}
  for at, outcome in ipairs(outcomes) do
    local times = outcome[2] == explored.executions and 'every time' or outcome[2] == 1 and 'once' or
      grouped(outcome[2]) .. ' times'
    items[at] = tag('li', nil, { tag('q', nil, escape(outcome[1])), ' ', times })
  end
  local forbidden = explored.forbidden
  if forbidden then
    local where = ('in execution %s (seed %.0f)'):format(grouped(forbidden.execution), forbidden.seed)
    items[#items + 1] = tag('li', { class = 'fail' }, { 'forbidden: ', tag('q', nil, escape(forbidden.outcome)), ', ', where })
  end
  return tag('ul', nil, items)
end

local function bound_of(explored)
  if explored.forbidden or explored.executions < 3 then return '–' end
  -- Only a strategy that enumerates schedules says whether it completed the enumeration.
  if explored.complete ~= nil then return explored.complete and 'all schedules tried' or 'not all schedules tried' end
  return ('below 1 in %s'):format(grouped(explored.executions // 3))
end

-- Only a strategy that controls the schedule reports scheduling points.
local function control_of(explored)
  if not explored.scheduling_points then return 'not controlled' end
  local points = ('%s scheduling points'):format(grouped(explored.scheduling_points))
  if explored.older_values then points = ('%s; %s older values read'):format(points, grouped(explored.older_values)) end
  local detached = explored.detached or 0
  return detached == 0 and points or ('%s; %s executions detached'):format(points, grouped(detached))
end

local function strategy_row(explored)
  local function cell(title, contents) return tag('td', { ['data-of'] = title }, contents) end
  return tag('tr', nil, {
    tag('th', { scope = 'row' }, escape(explored.strategy)),
    cell('executions', grouped(explored.executions)),
    cell('outcomes', outcomes_of(explored)),
    cell('failure rate', bound_of(explored)),
    cell('control', control_of(explored)),
  })
end

local function title_of(implementation, row, columns)
  local intercepted = row.intercepted
  local title = ('%s, %s: %s executions'):format(implementation, row.build, grouped(searched.executions(row)))
  if intercepted then
    title = title .. ('; intercepted: %s kinds of atomic operations, %s kinds of calls'):format(grouped(intercepted.atomics),
      grouped(intercepted.calls))
  end
  return tag('tr', { class = 'group' }, tag('th', { colspan = columns, scope = 'rowgroup' }, escape(title)))
end

--- The searches of a case in all runs, as HTML; nil if there are none.
function searched.table_of(claim, case)
  local head = {
    explained('strategies', 'Strategy'),
    explained('executions', 'Executions'),
    explained('outcomes', 'Outcomes'),
    explained('bound', 'Failure rate (95 %)'),
    explained('control', 'Control'),
  }
  local groups = {}
  for _, row in ipairs(evidence.searches(claim.id)) do
    if row.case == case then
      local rows = { title_of(row.implementation, row, #head) }
      for _, strategy in ipairs(row.explored) do rows[#rows + 1] = strategy_row(strategy) end
      groups[#groups + 1] = rows
    end
  end
  if #groups == 0 then return nil end
  return html.wide_table('Schedules searched by ' .. case, 'stacked searched', head, groups)
end

return searched
