import Model

/// Appends values as CBOR, in the types and under the wire names that a shape says.
struct CBORWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: Value, _ shape: Shape) {
        switch (shape.form, value.content) {
        case (.structure(let members), .object(let object)): structure(object, members)
        case (.list(let item, _, _), .list(let items)):
            let present = items.filter { !$0.isNull }
            head(.list, UInt64(present.count))
            for element in present { write(element, item.shape) }
        case (.map(_, let item, _, _, _), .object):
            let present = value.sortedMembers.filter { !$0.value.isNull }
            head(.map, UInt64(present.count))
            for member in present {
                text(member.name)
                write(member.value, item.shape)
            }
        default: scalar(value, shape.form)
        }
    }

    private mutating func scalar(_ value: Value, _ form: Shape.Form) {
        switch (form, value.content) {
        case (.timestamp, .integer), (.timestamp, .number): time(value.number ?? 0)
        case (.timestamp, .string(let said)):
            if let seconds = Timestamps.seconds(said) { time(seconds) } else { text(said) }
        case (.number, .integer(let number)): double(Double(number))
        case (.blob, .string(let said)): if let bytes = Base64.decode(said) { data(bytes) } else { text(said) }
        default: plain(value)
        }
    }

    /// A value without a shape.
    private mutating func plain(_ value: Value) {
        switch value.content {
        case .null, .reference, .joined: bytes.append(CBORHead(.simple, 22).byte)
        case .bool(let truth): bytes.append(CBORHead(.simple, truth ? 21 : 20).byte)
        case .integer(let number): integer(number)
        case .number(let number): double(number)
        case .string(let said): text(said)
        case .bytes(let said): data(said)
        case .list(let items):
            head(.list, UInt64(items.count))
            for item in items { plain(item) }
        case .object:
            head(.map, UInt64(value.sortedMembers.count))
            for member in value.sortedMembers {
                text(member.name)
                plain(member.value)
            }
        }
    }

    private mutating func structure(_ object: [String: Value], _ members: Members) {
        let known = members.filter { object[$0.name].map { !$0.isNull } ?? false }
        let others = Value.object(object).sortedMembers.filter { members[$0.name] == nil && !$0.value.isNull }
        head(.map, UInt64(known.count + others.count))
        for member in known {
            text(member.wireName)
            write(object[member.name] ?? .null, member.shape)
        }
        for (name, value) in others {
            text(members.unknownName(name))
            plain(members.startsWithCapitals ? JSONNames.capitalised(value) : value)
        }
    }
}

extension CBORWriter {
    /// The kind and its number, in as few bytes as it takes.
    private mutating func head(_ kind: CBORHead.Kind, _ number: UInt64) {
        switch number {
        case 0..<24: bytes.append(CBORHead(kind, UInt8(number)).byte)
        case 24..<0x100: head(kind, 24, number, width: 1)
        case 0x100..<0x1_0000: head(kind, 25, number, width: 2)
        case 0x1_0000..<0x1_0000_0000: head(kind, 26, number, width: 4)
        default: head(kind, 27, number, width: 8)
        }
    }

    private mutating func head(_ kind: CBORHead.Kind, _ detail: UInt8, _ bits: UInt64, width: Int) {
        bytes.append(CBORHead(kind, detail).byte)
        for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
    }

    private mutating func integer(_ number: Int) {
        number < 0 ? head(.negative, UInt64(-1 - number)) : head(.unsigned, UInt64(number))
    }

    private mutating func double(_ number: Double) { head(.simple, 27, number.bitPattern, width: 8) }

    /// Tag 1: seconds since 1970.
    private mutating func time(_ seconds: Double) {
        head(.tag, 1)
        double(seconds)
    }

    private mutating func text(_ text: String) {
        head(.text, UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func data(_ data: [UInt8]) {
        head(.data, UInt64(data.count))
        bytes.append(contentsOf: data)
    }
}
