import Foundation
import Synchronization

/// Whether ^C has been pressed. The first one asks a run to stop, the second ends the program.
enum Interrupt {
  private static let requested = Atomic<Bool>(false)

  static var wasRequested: Bool { requested.load(ordering: .relaxed) }

  /// From now on ^C is a request; commands that never ask are ended by it as usual.
  static func watch() {
    requested.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interrupt.requested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
