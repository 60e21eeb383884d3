-- Takes a share of each budget (KEYS) if none asks for more patience than ARGV[1]; then, for each, ARGV: one share in this time, so many at once.
-- A budget is the instant at which it will be whole again, in microseconds: whole numbers as long as they are written as such.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local wait, whole = 0, {}
for i, key in ipairs(KEYS) do
  local every, atOnce = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  whole[i] = math.max(tonumber(redis.call('GET', key) or '0'), now) + every
  wait = math.max(wait, whole[i] - now - every * atOnce)
end
if wait <= tonumber(ARGV[1]) then
  for i, key in ipairs(KEYS) do
    redis.call('SET', key, string.format('%.0f', whole[i]), 'PX', math.ceil((whole[i] - now) / 1000))
  end
end
return string.format('%.0f', wait)
