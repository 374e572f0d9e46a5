import Digest
import Foundation
import Sampling
import Testing

@Suite struct DrawRootTests {
  /// The recipe of the format, with nothing but the shell.
  @Test(arguments: [
    (
      "2026-03-01 福彩双色球 03 11 19 22 28 31 + 07", "校园食品安全一件事", "2026-03-01/2026-11-30",
      "9144030071526726XG"
    ),
    ("", "", "", ""), ("100%s \\n", "-n", "'\"", "键 $HOME"),
  ])
  func agreesWithTheShell(_ seed: String, _ group: String, _ period: String, _ key: String) throws {
    let root = try DrawRoot(seed: seed, group: group, period: period)
    var hasher = try TicketHasher(root)
    let script = """
      root=$(printf 'yijian-draw/1\\n%s\\n%s\\n%s' "$1" "$2" "$3" | sha256sum | cut -c1-64)
      printf '%s ' "$root"
      printf '%s%s' "$root" "$4" | sha256sum | cut -c1-64
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", seed, group, period, key]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let ticket = try hasher.ticket(of: key)
    #expect(String(decoding: printed, as: UTF8.self) == "\(root.text) \(ticket.hex)\n")
    #expect(root.bytes.count == 64)
  }

  /// Fixed for ever: published draws are checked against it.
  @Test func format() throws {
    let root = try DrawRoot(seed: "s", group: "g", period: "2026-01-01/2026-12-31")
    let expected = try SHA256.hex(of: "yijian-draw/1\ns\ng\n2026-01-01/2026-12-31")
    #expect(root.text == expected)
    #expect(root.text == "0440d17c2614815961c0ea2039162885c9b93997dede94527730662c63564a9c")
  }

  @Test(arguments: [
    ("a\nb", "g", "p", DrawRoot.Part.seed), ("s", "\n", "p", .group), ("s", "g", "p\n", .period),
    ("s", "g\r\n", "p", .group),
  ])
  func lineFeeds(_ seed: String, _ group: String, _ period: String, _ part: DrawRoot.Part) {
    #expect(throws: DrawFailure.lineFeed(part)) {
      try DrawRoot(seed: seed, group: group, period: period)
    }
  }
}
