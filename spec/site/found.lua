-- SPDX-License-Identifier: MIT
-- The page Found in the wild: faults of libraries that the suite found or shows.

local claims = require 'claims'
local evidence = require 'evidence'
local html = require 'html'

local escape, tag, block = html.escape, html.tag, html.block

-- `implementation` is a folder of impl/: its explanations.json explains each claim that fails, and a test compares it with what fails.
local faults = {
  {
    library = 'crossbeam-channel',
    version = '0.5.6',
    claims = { 'channels.send.disconnected', 'channels.ownership.transfer.exclusive', 'channels.ownership.transfer.dropped-once' },
    implementation = 'crossbeam-channel',
    case = 'channels.send.disconnected.scenarios',
    explanation = 'While one sender prepares the first block of a channel, a second one can send. A receiver that is dropped at that moment follows a null pointer, and the program crashes.',
    corrected = '0.5.8',
    report = { 'crossbeam issue 971', 'https://github.com/crossbeam-rs/crossbeam/issues/971' },
  },
  {
    library = 'CPython, `threading`',
    version = '3.11.2',
    claims = { 'join.handle.memory' },
    implementation = 'python',
    case = 'join.handle.memory.scenarios',
    explanation = 'Where the system can’t start a thread, Python forgets to free the state that it made for the thread. A server that tries again and again grows.',
    corrected = 'later releases of 3.12 and 3.13',
    report = { 'CPython issue 109746', 'https://github.com/python/cpython/issues/109746' },
  },
  {
    library = 'OCaml, `Thread`',
    version = '4.13.1',
    claims = { 'join.handle.memory' },
    implementation = 'ocaml',
    case = 'join.handle.memory.run',
    explanation = 'Each thread gets a stack of 8 KiB on which it handles signals, and nothing frees it when the thread ends. A program that starts thread after thread grows.',
    corrected = '4.14',
    report = { 'OCaml issue 10698', 'https://github.com/ocaml/ocaml/issues/10698' },
  },
  {
    library = 'libstdc++, `std::binary_semaphore`',
    version = '12',
    claims = { 'mutex.lock.same-order' },
    implementation = 'libstdcxx-semaphore',
    case = 'mutex.lock.same-order.stress',
    explanation = 'An acquire that loses a race against another one waits for the count to change from a value that it does not have any more. A release in between is not noticed, and the thread sleeps while the semaphore is free.',
    report = { 'GCC bug 104928', 'https://gcc.gnu.org/bugzilla/show_bug.cgi?id=104928' },
  },
}

-- The explanations of an implementation, or nil: an installed Fearless has no implementations.
local function explanations_of(implementation)
  local path = ('impl/%s/explanations.json'):format(implementation)
  local file = io.open(path)
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text, path
end

-- Ends with a message if a claim is named that does not exist, or whose failure the implementation does not explain.
local function require_known(fault)
  local explanations, path = explanations_of(fault.implementation)
  if not explanations then return end
  for _, claim in ipairs(fault.claims) do
    if not evidence.href(claim) then html.fail(('spec/site/found.lua: %s: there is no claim %s'):format(fault.library, claim)) end
    if not explanations:find(('"%s":'):format(claim), 1, true) then
      html.fail(('spec/site/found.lua: %s: %s does not explain %s'):format(fault.library, path, claim))
    end
  end
end

local function command(fault)
  return tag('code', nil, escape(('./fearless certify %s --case %s'):format(fault.implementation, fault.case)))
end

local function linked(report) return tag('a', { href = report[2] }, escape(report[1])) end

local overviews = {}

overviews['found-in-the-wild'] = function()
  local rows = {}
  for _, fault in ipairs(faults) do
    require_known(fault)
    local links = {}
    for number, claim in ipairs(fault.claims) do links[number] = claims.link(claim) end
    local told = { linked(fault.report) }
    if fault.corrected then told[2] = '; corrected in ' .. escape(fault.corrected) end
    rows[#rows + 1] = tag('tr', nil, {
      tag('th', { scope = 'row' }, html.prose(fault.library) .. ' ' .. escape(fault.version)),
      tag('td', nil, {
        tag('p', nil, html.prose(fault.explanation)),
        tag('p', nil, 'Breaks ' .. table.concat(links, ', ') .. '.'),
        tag('p', nil, 'Shown by ' .. command(fault)),
      }),
      tag('td', nil, table.concat(told)),
    })
  end
  return { block(html.wide_table('Faults', 'faults', { 'Library', 'Fault', 'Report' }, { rows })) }
end

return overviews
