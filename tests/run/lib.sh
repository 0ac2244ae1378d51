# Steps of a test run: each is one command, whose tests are counted. Sourced by all.sh.
# shellcheck shell=bash

logs=target/test-logs
passed=0
failed=0
failures=()
running=

# step NAME COMMAND...: runs it, shows it, counts it, and goes on whatever comes.
step() {
  local name=$1 log status=0 step_passed step_failed began=$SECONDS
  shift
  log=$logs/${name//[^A-Za-z0-9]/-}.log
  : >"$log"
  printf '\n── %s\n' "$name"
  # timeout makes a process group: what a step leaves running ends with it.
  timeout --kill-after=20 "${STEP_SECONDS:-1500}" "$@" >"$log" 2>&1 </dev/null &
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

# Adds up what the test runners in a log say: cargo's `test result:` and closing lines of `N passed, N failed`.
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^test result: / { passed += $4; failed += $6 }
    /^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$/ { passed += $1; failed += $3 }
    END { print passed + 0, failed + 0 }'
}

# Ctrl-C or a stop from outside ends the step in hand as well.
stop() {
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
