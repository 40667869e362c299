import AWSWire
import Model

/// JSON as the AWS CLI prints it, in manifests' spelling.
enum AWSFile {
    /// Throws `ImportError.unreadable`.
    static func json(_ bytes: [UInt8], file: String) throws(ImportError) -> Value {
        do {
            return lowered(try JSON.parse(bytes))
        } catch {
            throw .unreadable(file, error.description)
        }
    }

    /// ECS's keys are in lower camel case already, and its maps (labels, options) must stay as they are.
    private static func lowered(_ value: Value) -> Value {
        guard let members = value.object else { return value }
        let pairs = members.map { name, member in
            (name.lowerCamel, name.first?.isUppercase == true ? deeplyLowered(member) : member)
        }
        return .object(Dictionary(pairs) { first, _ in first })
    }

    private static func deeplyLowered(_ value: Value) -> Value {
        switch value.content {
        case .list(let items): return .list(items.map(deeplyLowered))
        case .object(let members):
            return .object(
                Dictionary(members.map { ($0.key.lowerCamel, deeplyLowered($0.value)) }) { first, _ in first })
        default: return value
        }
    }
}
