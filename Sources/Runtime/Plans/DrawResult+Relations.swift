extension DrawResult {
  /// What a plan says of departments, levels, other registries and other plans. All empty where it
  /// says nothing.
  public struct Relations: Hashable, Sendable {
    /// Everyone who leads, with the objects each leads for: where several lead, or it depends on
    /// the object.
    public var leads: [Leading] = []
    /// For each drawn object the position of its lead in `leads`: where it depends on the object.
    public var leadOfObject: [Int] = []
    /// Departments that come to some of the objects only, in the order of the plan.
    public var attendances: [Leading] = []
    /// For each drawn object the positions in `attendances` of those who come; empty where everybody
    /// comes to every object.
    public var attendancesOfObject: [[Int]] = []
    /// The levels that draw and that inspect, with the objects of each.
    public var drawLevels: [LevelCount] = []
    public var inspectionLevels: [LevelCount] = []
    /// `public` or `secret`; nil where the plan does not say.
    public var listing: String?
    /// Registries whose objects were left out of the scope.
    public var exceptions: [Exception] = []
    /// The plan whose strata and quantities were used.
    public var sampledAs: String?
    /// The plan whose objects were drawn, as far as they are in scope.
    public var along: Along?
    public var secondStage: SecondStage?

    public init() {}
  }

  public struct Along: Hashable, Sendable {
    public let plan: String
    /// What its tickets, and so those of this draw, are made with.
    public let group: String
    public let period: String
    /// The objects it drew.
    public let drawn: Int
  }

  /// Rows of another registry, drawn for each object of the first stage.
  public struct SecondStage: Hashable, Sendable {
    public struct Object: Hashable, Sendable {
      public let key: String
      /// 64 lowercase hexadecimal digits: of the first stage's root and this key.
      public let ticket: String
      /// The key of the object of the first stage that it belongs to.
      public let of: String
    }

    public let registry: String
    /// Rows that belong to objects of the first stage.
    public let population: Int
    /// In the order of their tickets.
    public let drawn: [Object]
  }

  /// A department, and to how many of the drawn objects it comes in its part.
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
