internal import AWSWire
internal import Crypto
internal import Model

/// Client tokens that follow from what is asked for, so that a repeated creation is the same creation.
enum IdempotencyToken {
    /// The request with every token member that it lacks filled in. `scope` tells repetitions of other plans apart.
    static func fill(_ call: AWSCall, _ operation: OperationModel, scope: String) -> (input: Value, hasToken: Bool) {
        var input = call.input
        var hasToken = false
        for member in operation.input.members ?? Members([]) where member.isIdempotencyToken {
            hasToken = true
            if input[member.name].map(\.isNull) ?? true {
                input[member.name] = .string(token(call, scope: scope))
            }
        }
        return (input, hasToken)
    }

    /// 32 hexadecimal digits: within ECS's 36 and everybody else's 64 characters.
    static func token(_ call: AWSCall, scope: String) -> String {
        var digest = SHA256()
        for part in [scope, call.service, call.operation] {
            digest.update(data: part.utf8.count.littleEndianBytes)
            digest.update(data: Array(part.utf8))
        }
        digest.update(data: JSON.write(call.input))
        return digest.finalize().prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}

extension Int {
    fileprivate var littleEndianBytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
}
