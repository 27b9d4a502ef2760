-- Lines, and what follows the first line of a message: more lines, or a body.

-- Where the line that begins here ends, and where the next one begins.
local function line_end(r)
  local found = r.data:find("\n", r.at, true)
  if found and found >= r.edge then found = nil end
  if not found then
    local most = protocol.wire.max_line
    if r.edge - r.at > most + 2 then malformed("has a line of more than " .. most .. " bytes") end
    -- A datagram need not say that it ends.
    if r.whole then return r.edge, r.edge end
    more()
  end
  local stop = found
  if protocol.wire.new_line ~= "lf" and stop > r.at and r.data:byte(stop - 1) == 13 then stop = stop - 1 end
  return stop, found + 1
end

-- The line's words have to be read all; behind them the message goes on with its next line.
steps_of["end"] = function(r)
  if r.items or not r.next_line then
    if not at_end(r) then malformed("has more than the message takes") end
    return
  end
  if r.at < r.stop then malformed("has more than the message takes") end
  r.at = r.next_line
  r.stop = r.edge
end

function steps_of.lines(r, step)
  below(r, step.show, (step.title or step.field), function(list)
    local count = 0
    while r.count == nil or count < r.count do
      local at, stop, following = r.at, line_end(r)
      if step.stop_line and r.data:sub(at, stop - 1) == step.stop_line then
        r.at = following
        break
      end
      local outer = r.nodes
      if count >= most_shown then r.nodes = {} end
      r.stop, r.next_line = stop, following
      below(r, nil, step.line_title, function() read_steps(r, lines[step.line].steps) end)
      r.at, r.stop, r.nodes = following, r.edge, outer
      count = count + 1
    end
    list.label = (step.title or step.field) .. ": " .. count .. (count == 1 and " line" or " lines")
  end)
end

function steps_of.body(r, step)
  if step.max and r.length > step.max then malformed("has a body of more than " .. step.max .. " bytes") end
  if r.at + r.length > r.edge then
    if r.whole then malformed("ends within its body") end
    more(r.at + r.length - r.edge)
  end
  local at = r.at
  r.at = r.at + r.length
  if r.length > 0 then add(r, step.show, at) end
end

-- A body with an end mark. Where reads are messages, it goes on in the next ones: see 9-reads.lua.
function steps_of.bodyUntil(r, step)
  if protocol.wire.kind == "unframed" then
    r.body = step
    return
  end
  local found = r.data:find(step.mark, r.at, true)
  if not found or found + #step.mark > r.edge then
    if not r.whole then more() end
    malformed("has no end of its body")
  end
  local at = r.at
  r.at = found
  if found > at then add(r, step.show, at) end
  r.at = found + #step.mark
end

-- Whether the words begin as this message's do.
local function begins(message, line)
  local verb = message.verb
  if not verb then return true end
  local said = plain(line)
  if message.match == "whole" then return said == plain(verb) end
  if said:sub(1, #verb) ~= plain(verb) then return false end
  return message.match == "prefix" or #said == #verb or said:sub(#verb + 1, #verb + 1) == " "
end

-- A message of words on a line: the whole message, from its first byte on.
local function read_line(r, message)
  r.message = message
  if message.verb and not r.items then
    add(r, "verb", r.at).len = #message.verb
  end
  read_steps(r, message.steps)
end
