import Foundation
import Synchronization

/// Whether ^C has been pressed. The first one asks a run to stop, the second ends the program.
enum Interrupt {
  private static let requested = Atomic<Bool>(false)

  static var wasRequested: Bool { requested.load(ordering: .relaxed) }

  /// Called once, before a command runs.
  static func watch() {
    signal(SIGINT) { _ in
      Interrupt.requested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
