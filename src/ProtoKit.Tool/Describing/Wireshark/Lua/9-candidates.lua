-- Which message is it? Those that can come are tried in order, and the first that reads without trouble is it.

-- Tries one message. nil: it is another. Bytes that are not there yet go up as they are.
local function attempt(r, message, read)
  r.message = message
  local read_on, problem = pcall(read, r, message)
  if read_on then
    if r.other then r.fatal = "is another message" end
    return r
  end
  if type(problem) ~= "table" then
    r.fatal = "cannot be read by this dissector: " .. tostring(problem)
  elseif problem.more then
    if r.other then return nil end
    error(problem, 0)
  else
    r.fatal = problem.reason
  end
  return r
end

-- make: a new reader, or nil when the bytes do not begin like the message.
local function best(candidates, make, read)
  local second
  for _, message in ipairs(candidates) do
    local r = make(message)
    r = r and attempt(r, message, read)
    if r and not r.fatal and r.notes == 0 then return r, message end
    if r and not r.other and not second then second = { r, message } end
  end
  if second then return second[1], second[2] end
end

local function among(list, accepts)
  local some = {}
  for _, message in ipairs(list) do
    if accepts(message) then some[#some + 1] = message end
  end
  return some
end

local commands = among(messages, function(message) return message.kind == "command" and not message.follows end)
local continuations = among(messages, function(message) return message.kind == "command" and message.follows end)
local faults = among(messages, function(message) return message.kind == "fault" end)
local pushes = among(messages, function(message) return message.push end)
local replies = among(messages, function(message) return message.kind == "reply" or message.also_reply end)

local by_name = {}
for _, message in ipairs(messages) do by_name[message.name] = message end

-- What a client can say now.
local function sayable(talk)
  if talk.follow then return { talk.follow } end
  local all = {}
  for _, message in ipairs(commands) do all[#all + 1] = message end
  for _, message in ipairs(continuations) do all[#all + 1] = message end
  return all
end

-- What a server can say now: what the oldest open command is answered by, a refusal, a push, any other reply.
local function answerable(talk)
  local all, there = {}, {}
  local function offer(message)
    if message and not there[message] then
      there[message] = true
      all[#all + 1] = message
    end
  end
  for _, open in ipairs(talk.open) do
    offer(by_name[open.command.item])
    offer(by_name[open.command.reply])
    if not open.command.optional_reply then break end
  end
  for _, list in ipairs({ faults, pushes, replies }) do
    for _, message in ipairs(list) do offer(message) end
  end
  return all
end
