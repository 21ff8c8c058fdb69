-- SPDX-License-Identifier: MIT
-- What a stress case's search for a bad schedule has seen, in words and in a table.

local evidence = require 'evidence'
local html = require 'html'

local escape, tag = html.escape, html.tag
local given = evidence.given

local searched = {}

--- A number with its thousands apart.
function searched.grouped(number)
  local text = ('%.0f'):format(number)
  local times
  repeat
    text, times = text:gsub('^(%d+)(%d%d%d)', '%1,%2')
  until times == 0
  return text
end

local grouped = searched.grouped

--- How many executions a row's search had, all strategies together; nil for a row that searched nothing.
function searched.executions(row)
  local explored = given(row.explored)
  if not explored then return nil end
  local executions = 0
  for _, strategy in ipairs(explored) do executions = executions + strategy.executions end
  return executions
end

--- The page that explains a word.
function searched.explained(anchor, text) return tag('a', { href = 'steering.html#steering.' .. anchor }, text) end

local explained = searched.explained

local function is_serial(strategy) return strategy ~= 'noise' and strategy ~= 'none' end

local function is_exhaustive(strategy) return strategy:match('^exhaustive') ~= nil end

local function outcomes_of(explored)
  local outcomes = {}
  for outcome, count in pairs(given(explored.outcomes) or {}) do outcomes[#outcomes + 1] = { outcome, count } end
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
  local forbidden = given(explored.forbidden)
  if forbidden then
    local where = ('in execution %s (seed %.0f)'):format(grouped(forbidden.execution), forbidden.seed)
    items[#items + 1] = tag('li', { class = 'fail' }, { 'forbidden: ', tag('q', nil, escape(forbidden.outcome)), ', ', where })
  end
  return tag('ul', nil, items)
end

local function bound_of(explored)
  if given(explored.forbidden) or explored.executions < 3 then return '–' end
  if is_exhaustive(explored.strategy) then return explored.complete and 'all of them tried' or 'not all tried' end
  return ('1 in %s'):format(grouped(explored.executions // 3))
end

local function control_of(explored)
  if explored.strategy == 'none' then return 'none' end
  if explored.strategy == 'noise' then return 'disturbed' end
  local uncontrolled, points = given(explored.uncontrolled) or 0, given(explored.points)
  local held = uncontrolled == 0 and 'whole' or ('%s executions escaped'):format(grouped(uncontrolled))
  return points and ('%s: %s points'):format(held, grouped(points)) or held
end

local function strategy_row(explored)
  local function cell(title, contents) return tag('td', { ['data-of'] = title }, contents) end
  return tag('tr', nil, {
    tag('th', { scope = 'row' }, escape(explored.strategy)),
    cell('executions', grouped(explored.executions)),
    cell('seen', outcomes_of(explored)),
    cell('would have shown', bound_of(explored)),
    cell('control', control_of(explored)),
  })
end

local function title_of(implementation, row, columns)
  local control = given(row.control)
  local title = ('%s, %s: %s executions'):format(implementation, row.build, grouped(searched.executions(row)))
  if control then
    title = title .. ('; steered are %s kinds of atomic operations and %s of calls'):format(grouped(control.atomics),
      grouped(control.calls))
  end
  return tag('tr', { class = 'group' }, tag('th', { colspan = columns, scope = 'rowgroup' }, escape(title)))
end

--- What the runs have searched by a case, as HTML; nil where it has searched nothing.
function searched.table_of(claim, case)
  local head = {
    explained('strategies', 'Strategy'),
    explained('executions', 'Executions'),
    explained('outcomes', 'Seen'),
    explained('bound', 'Would have shown'),
    explained('control', 'Control'),
  }
  local groups = {}
  for _, verdict in ipairs(claim.verdicts) do
    for _, row in ipairs(given(verdict.rows) or {}) do
      local explored = row.case == case and given(row.explored)
      if explored then
        local rows = { title_of(verdict.implementation, row, #head) }
        for _, strategy in ipairs(explored) do rows[#rows + 1] = strategy_row(strategy) end
        groups[#groups + 1] = rows
      end
    end
  end
  if #groups == 0 then return nil end
  return html.wide_table('The schedules that were searched by ' .. case, 'stacked searched', head, groups)
end

return searched
