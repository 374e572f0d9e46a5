extension DrawResult {
  /// What a plan says of departments, levels, other registries and other plans. All empty where it
  /// says nothing.
  public struct Relations: Hashable, Sendable {
    /// Everyone who leads, with the objects each leads for: where several lead, or it depends on
    /// the object.
    public var leads: [Leading] = []
    /// For each drawn object the position of its lead in `leads`: where it depends on the object.
    public var leadOfObject: [Int] = []
    /// The levels that draw and that inspect, with the objects of each.
    public var drawLevels: [LevelCount] = []
    public var inspectionLevels: [LevelCount] = []
    /// `public` or `secret`; nil where the plan does not say.
    public var listing: String?
    /// Registries whose objects were left out of the scope.
    public var exceptions: [Exception] = []

    public init() {}
  }

  public struct Leading: Hashable, Sendable {
    public let department: Department
    public let objects: Int
  }

  public struct LevelCount: Hashable, Sendable {
    /// `national`, `provincial`, `municipal`, `county` or `township`.
    public let level: String
    public let objects: Int
  }

  public struct Exception: Hashable, Sendable {
    public let registry: String
    /// Objects that it took out of the scope; one that several take out counts for the first.
    public let objects: Int
  }
}
