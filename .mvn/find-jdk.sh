# Sourced by ./mvnw and ./ringsight: finds a JDK 25 whatever `java` on the path is.
# Sets and exports JAVA_HOME, or says what is missing and returns 1.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
}

find_jdk_25() {
  local candidate java_on_path
  java_on_path="$(command -v javac 2>/dev/null || true)"
  if [ -n "$java_on_path" ]; then
    java_on_path="$(readlink -f "$java_on_path" 2>/dev/null || echo "$java_on_path")"
    java_on_path="${java_on_path%/bin/javac}"
  fi
  for candidate in \
    "${JAVA_HOME:-}" "${JDK25_HOME:-}" "$java_on_path" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  {
    echo "ringsight: no JDK 25 found in JAVA_HOME, JDK25_HOME, the usual JVM folders or SDKMAN."
    echo "Maybe install one (any vendor) and set JDK25_HOME to its folder."
  } >&2
  return 1
}
