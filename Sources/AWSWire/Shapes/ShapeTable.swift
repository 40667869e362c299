public import Model
import Synchronization

/// The shapes and operations of one service, read from text as late as somebody asks.
///
/// One line is one shape; words are separated by one blank:
///
///     structure Listener Port!:Port Token^:String=clientToken Secret*:Text Ids:IdList=idSet~Id
///     error TargetGroupNotFoundException TargetGroupNotFound 400 Message:String
///     list Tags Tag item=entry flat 1..50
///     map* Names NameKey NameValue key=name value=text flat ..10
///     enum Scheme internet-facing internal
///     integer Port 1..65535
///
/// - A member is AWS's name, then `!` when AWS demands it, `*` when its value is sensitive, `^` for an idempotency
///   token, then its shape; `=` gives the name on the wire and `~` the name in EC2 requests, where those differ.
/// - `*` behind the first word marks every value of the shape as sensitive. A missing end of a range is open.
/// - Enum words carry blanks as `%20`. Other first words: `string`, `number`, `boolean`, `timestamp`, `blob`, `document`.
/// - `operation NAME INPUT OUTPUT result=WRAPPER unsigned errors=A,B` (`-` for no shape), and
///   `pages NAME INPUT_TOKEN OUTPUT_TOKEN RESULT,KEYS LIMIT` (`-` for no limit) stand beside the shapes.
public final class ShapeTable: Sendable {
    private struct State {
        var index: TableIndex?
        var shapes: [String: Shape] = [:]
        var operations: [String: OperationModel] = [:]
    }

    private let text: String
    private let state = Mutex(State())

    /// The table that `text` holds; nothing of it is read yet.
    public init(_ text: String) { self.text = text }

    /// The shape of this name; a document for one that the table lacks.
    public subscript(name: String) -> Shape {
        state.withLock { state in
            if let known = state.shapes[name] { return known }
            let shape = parse(name, line: index(&state).shapes[name])
            state.shapes[name] = shape
            return shape
        }
    }

    /// The shape of this name, looked up when it is first needed.
    public func reference(_ name: String) -> ShapeReference { ShapeReference(lookingUp: { self[name] }) }

    /// The names of all shapes, in order.
    public var names: [String] { index.shapes.keys.sorted() }

    /// The operation of this name; nil when the table lacks it.
    func operation(_ name: String) -> OperationModel? {
        if let known = state.withLock({ $0.operations[name] }) { return known }
        let index = index
        guard let line = index.operations[name] else { return nil }
        // Its shapes come out of this table, so the lock is not held meanwhile.
        let operation = OperationModel(TableLine(line), pages: index.pages[name].map(TableLine.init), self)
        state.withLock { $0.operations[name] = operation }
        return operation
    }

    var index: TableIndex { state.withLock { index(&$0) } }

    private func index(_ state: inout State) -> TableIndex {
        if let index = state.index { return index }
        let index = TableIndex(text)
        state.index = index
        return index
    }

    private func parse(_ name: String, line: Substring?) -> Shape {
        guard let line else { return Shape(name, .document) }
        return TableLine(line).shape(name, reference)
    }
}
