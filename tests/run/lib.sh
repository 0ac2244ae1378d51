# Steps of a test run: each is one command, whose tests are counted. Sourced by all.sh.
# shellcheck shell=bash

logs=target/test-logs
passed=0
failed=0
failures=()
running=
declare -A lanes=()

# step NAME COMMAND...: runs it, shows it, counts it, and goes on whatever comes.
step() {
  local name=$1 log status=0 step_passed step_failed began=$SECONDS
  shift
  log=$logs/${name//[^A-Za-z0-9]/-}.log
  : >"$log"
  printf '\n── %s\n' "$name"
  # timeout makes a process group: what a step leaves running ends with it.
  timeout --kill-after=20 "${STEP_SECONDS:-2100}" "$@" >"$log" 2>&1 </dev/null &
  running=$!
  tail --lines=+1 --sleep-interval=0.1 --pid=$running -f "$log" &
  wait $running || status=$?
  wait $!
  kill -KILL -- -$running 2>/dev/null || true
  running=

  read -r step_passed step_failed < <(count "$log")
  # A step without tests of its own is one test; one that breaks down without saying why failed once.
  if ((step_passed + step_failed == 0 && status == 0)); then step_passed=1; fi
  if ((step_failed == 0 && status != 0)); then step_failed=1; fi
  passed=$((passed + step_passed))
  failed=$((failed + step_failed))
  ((step_failed == 0)) || failures+=("$name (exit code $status, see $log)")
  printf '── %s: %s passed, %s failed in %s s\n' "$name" "$step_passed" "$step_failed" $((SECONDS - began))
}

# lane NAME FUNCTION: runs the steps of a function beside those that follow; join NAME tells of them.
lane() {
  alone "$@" >"$logs/$1.out" 2>&1 &
  lanes[$1]=$!
}

# Runs the steps of a function with counts of their own.
alone() {
  local passed=0 failed=0 failures=() running=
  local -A lanes=()
  trap stop INT TERM
  "$2"
  printf '%s\n' "$passed $failed" "${failures[@]}" >"$logs/$1.lane"
}

# Waits for a lane, shows what it said, and counts it.
join() {
  local status=0 lane_passed=0 lane_failed=1 lane_failures=()
  wait "${lanes[$1]}" || status=$?
  unset "lanes[$1]"
  cat "$logs/$1.out"
  if ((status == 0)); then
    { read -r lane_passed lane_failed && mapfile -t lane_failures; } <"$logs/$1.lane"
  else
    lane_failures=("$1 (broke down with exit code $status)")
  fi
  passed=$((passed + lane_passed))
  failed=$((failed + lane_failed))
  for failure in "${lane_failures[@]}"; do [[ -z $failure ]] || failures+=("$failure"); done
}

# Adds up what the test runners in a log say: cargo's `test result:` and closing lines of `N passed, N failed`.
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^test result: / { passed += $4; failed += $6 }
    /^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$/ { passed += $1; failed += $3 }
    END { print passed + 0, failed + 0 }'
}

# Ctrl-C or a stop from outside ends the steps in hand as well.
stop() {
  local lane
  for lane in "${lanes[@]}"; do kill -TERM "$lane" 2>/dev/null || true; done
  [[ -z $running ]] || kill -TERM -- -"$running" 2>/dev/null || true
  wait
  exit 130
}

# The last words: what failed, and the counts alone on the last line.
close() {
  printf '\n── everything in %s s\n' $SECONDS
  ((${#failures[@]} == 0)) || printf '   failed: %s\n' "${failures[@]}"
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
}
