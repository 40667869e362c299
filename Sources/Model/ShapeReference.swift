/// Where a shape is found: at hand, or by name in a service's table, which is read as late as somebody asks.
public struct ShapeReference: Sendable {
    private let find: @Sendable () -> Shape

    /// A shape at hand.
    public init(_ shape: Shape) { find = { shape } }
    /// A shape that `find` looks up when it is first needed; must always give the same shape.
    public init(lookingUp find: @escaping @Sendable () -> Shape) { self.find = find }

    /// The shape.
    public var shape: Shape { find() }

    /// Any text.
    public static let string = ShapeReference(Shape("String", .string(nil)))
    /// Any integer.
    public static let integer = ShapeReference(Shape("Integer", .integer(nil)))
    /// True or false.
    public static let boolean = ShapeReference(Shape("Boolean", .boolean))
    /// Text to text.
    public static let stringMap = ShapeReference(
        Shape("StringMap", .map(key: string, value: string, keyName: "key", valueName: "value", flattened: false)))
    /// A list of texts.
    public static let stringList = list(of: string)
    /// A list of `element`.
    public static func list(of element: ShapeReference) -> ShapeReference {
        ShapeReference(Shape("List", .list(element, wireName: "member", flattened: false)))
    }
    /// A structure of `members`.
    public static func structure(_ name: String, _ members: [Member]) -> ShapeReference {
        ShapeReference(Shape(name, .structure(Members(members))))
    }
}
