internal import CYaml
import Model

/// The events of a YAML stream, one at a time, so that limits hold before anything is built.
///
/// Yams's own composer recurses without bounds over what an alias or a key holds; libyaml's events, which it is made of, do not.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String
    private(set) var event = yaml_event_t()

    /// The events of `bytes`, which have to outlive this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        var last = event
        yaml_event_delete(&last)
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Goes on to the next event.
    mutating func advance() throws(Diagnostic) {
        yaml_event_delete(&event)
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    }

    /// Where the event begins.
    var place: Place { place(event.start_mark) }

    /// The tag of a node's event; nil when none is written.
    var tag: String? {
        let text: UnsafeMutablePointer<yaml_char_t>? =
            switch event.type {
            case YAML_SCALAR_EVENT: event.data.scalar.tag
            case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.tag
            case YAML_MAPPING_START_EVENT: event.data.mapping_start.tag
            default: nil
            }
        return text.map { String(cString: $0) }
    }

    /// The anchor of a node's event, or the anchor that an alias names.
    var anchor: String? {
        let text: UnsafeMutablePointer<yaml_char_t>? =
            switch event.type {
            case YAML_ALIAS_EVENT: event.data.alias.anchor
            case YAML_SCALAR_EVENT: event.data.scalar.anchor
            case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
            case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
            default: nil
            }
        return text.map { String(cString: $0) }
    }

    /// A scalar event's text.
    var text: String {
        String(
            decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length),
            as: UTF8.self)
    }

    /// True for a scalar event without quotes.
    var isPlain: Bool { event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

    private func place(_ mark: yaml_mark_t) -> Place {
        Place(file: file, line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
    }

    private func failure() -> Diagnostic {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it ends too early"
        if parser.pointee.error == YAML_READER_ERROR {
            let offset = Int(clamping: parser.pointee.problem_offset)
            return Diagnostic("not YAML: \(problem)", at: TextPlace.of(offset: offset, in: bytes, file: file))
        }
        let place = place(parser.pointee.problem_mark)
        if problem.hasPrefix("Maximum nesting level") {
            return Diagnostic("more than \(Limits.depth) levels stand inside one another", at: place)
        }
        return Diagnostic("not YAML: \(problem)", hint: hint(problem), at: place)
    }

    private func hint(_ problem: String) -> String? {
        let index = TextPlace.offset(line: Int(clamping: parser.pointee.problem_mark.line), in: bytes)
        let line = bytes[index...].prefix { $0 != 0x0A }
        if line.prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09) {
            return "indent with spaces, not with tabs"
        }
        if problem.hasPrefix("mapping values") { return "a text that holds \": \" stands in quotes" }
        if problem.contains("cannot start any token") { return "a text that begins with @, ` or % stands in quotes" }
        guard let context = parser.pointee.context.map({ String(cString: $0) }) else { return nil }
        return "\(context) that begins in line \(parser.pointee.context_mark.line + 1)"
    }
}
