/// What every rule says of itself: the pages in `docs`, `neap explain` and SARIF are made of it.
protocol Rule: Sendable {
    /// In kebab case: what `policy.allow` names. A lint rule and a plan rule of one id speak of the same thing.
    static var id: String { get }
    /// The most that it says.
    static var weight: Finding.Weight { get }
    /// When it speaks, a sentence or two.
    static var summary: String { get }
    /// What a person can do, a sentence or two.
    static var remedy: String { get }
}
