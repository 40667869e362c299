/// Reads that AWS refused: looking again does not help until somebody grants the action that the text names.
enum DeniedRead {
    private static let codes = ["AccessDenied", "UnauthorizedOperation", "AuthorizationError"]

    static func explains(_ text: String) -> Bool { codes.contains { text.contains($0) } }
}
