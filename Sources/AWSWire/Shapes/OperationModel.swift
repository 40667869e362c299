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
    /// The names of the error shapes that AWS declares for it.
    public let errors: [String]

    /// True for what changes nothing in AWS.
    public var isRead: Bool { ["Describe", "List", "Get"].contains { name.hasPrefix($0) } }

    init(_ line: TableLine, pages: TableLine?, _ shapes: ShapeTable) {
        let words = line.words.map(String.init)
        name = words[1]
        input = Self.shape(words[2], shapes)
        output = Self.shape(words[3], shapes)
        resultWrapper = line.option("result")
        errors = line.option("errors")?.split(separator: ",").map(String.init) ?? []
        pagination = pages.map(Pagination.init)
    }

    private static func shape(_ name: String, _ shapes: ShapeTable) -> Shape {
        name == "-" ? Shape("Nothing", .structure(Members([]))) : shapes[name]
    }
}

extension OperationModel.Pagination {
    init(_ line: TableLine) {
        inputToken = line.words[2].lowerCamel
        outputToken = line.words[3].lowerCamel
        resultKeys = line.words[4].split(separator: ",").map(\.lowerCamel)
        limitKey = line.words[5] == "-" ? nil : line.words[5].lowerCamel
    }
}
