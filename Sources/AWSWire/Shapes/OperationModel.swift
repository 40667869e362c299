public import Model

/// One operation of a service.
public struct OperationModel: Sendable {
    /// How a read's pages follow one another; member names in lower camel case.
    public struct Pagination: Sendable, Hashable {
        /// The request's member for the token.
        public let inputToken: String
        /// The reply's member with the next token; absent or empty on the last page.
        public let outputToken: String
        /// The reply's lists that are joined.
        public let resultKeys: [String]
        /// The request's member for the page size; nil when there is none.
        public let limitKey: String?
    }

    /// AWS's name, `CreateService`.
    public let name: String
    /// What it takes; a structure without members when it takes nothing.
    public let input: Shape
    /// What it gives; a structure without members when it gives nothing.
    public let output: Shape
    /// The element around a query reply's members; nil in the other protocols and for empty replies.
    public let resultWrapper: String?
    /// How it is paged; nil when it is not.
    public let pagination: Pagination?
    /// False for what AWS takes without a signature.
    public let isSigned: Bool
    /// The names of the error shapes that AWS declares for it.
    public let errors: [String]

    /// True for what changes nothing in AWS.
    public var isRead: Bool {
        ["Describe", "List", "Get", "Lookup", "Simulate", "Query", "Scan"].contains { name.hasPrefix($0) }
    }

    /// True when AWS's model gives it no input at all, not even an empty one.
    var takesNothing: Bool { input.name == Self.nothing }
    /// True when AWS's model gives it no output at all, not even an empty one.
    var givesNothing: Bool { output.name == Self.nothing }
    private static let nothing = "Nothing"

    init(_ line: TableLine, pages: TableLine?, _ shapes: ShapeTable) {
        name = String(line.word(1))
        input = Self.shape(line.word(2), shapes)
        output = Self.shape(line.word(3), shapes)
        resultWrapper = line.option("result")
        isSigned = !line.words.contains("unsigned")
        errors = line.option("errors")?.split(separator: ",").map(String.init) ?? []
        pagination = pages.map(Pagination.init)
    }

    private static func shape(_ name: Substring, _ shapes: ShapeTable) -> Shape {
        name == "-" ? Shape(nothing, .structure(Members([]))) : shapes[String(name)]
    }
}

extension OperationModel.Pagination {
    init(_ line: TableLine) {
        inputToken = line.word(2).lowerCamel
        outputToken = line.word(3).lowerCamel
        resultKeys = line.word(4).split(separator: ",").map(\.lowerCamel)
        limitKey = line.word(5) == "-" ? nil : line.word(5).lowerCamel
    }
}
