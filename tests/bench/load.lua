-- For wrk: asks POST bodies from a file in turn, and prints what came of it as one line of JSON.
-- wrk -s load.lua URL -- FILE, a file of: the origin, `read` or `write`, then `COOKIE<tab>BODY` a line.
-- NONCE in a body becomes a new word each time. With `write`, answers that carry errors are counted.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  local lines = io.lines(args[1])
  local origin, kind = lines(), lines()
  local host = wrk.headers["Host"]
  made, turn, refused = {}, 0, 0
  run = string.format("%08x", os.time())
  for line in lines do
    local cookie, body = line:match("^([^\t]*)\t(.*)$")
    local headers = { Host = host, ["Content-Type"] = "application/json", Origin = origin, Cookie = cookie }
    local fixed = not body:find("NONCE", 1, true)
    table.insert(made, fixed and wrk.format("POST", nil, headers, body) or { headers = headers, body = body })
  end
  if kind == "write" then
    response = function(status, headers, body)
      if body:find('"errors"', 1, true) then
        refused = refused + 1
        first_refusal = first_refusal or body
      end
    end
  end
end

function request()
  turn = turn + 1
  local one = made[turn % #made + 1]
  if type(one) == "string" then return one end
  local nonce = string.format("%s-0000-7000-8000-%012x", run, turn)
  return wrk.format("POST", nil, one.headers, (one.body:gsub("NONCE", nonce)))
end

function done(summary, latency)
  local refused, words = 0, ""
  for _, thread in ipairs(threads) do
    refused = refused + (thread:get("refused") or 0)
    words = thread:get("first_refusal") or words
  end
  local e = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"broken":%d,"refused":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout, refused))
  if refused > 0 then io.stderr:write("refused: ", words, "\n") end
end
