import Model
import Simulation

/// ECS's account settings, rows of the registry's `ecs/setting` by name and principal.
enum AccountSettings {
    static let table = "ecs/setting"
    /// Whose settings count for everybody who has none of their own.
    static let everybody = "default"

    /// Where a row is.
    static func key(_ name: String, _ principal: String) -> String { "\(name) \(principal)" }

    /// The account's value of a setting; nil when nobody put one.
    static func value(_ name: String, in world: World) -> String? {
        let rows = world.registry[table]
        let own = rows.all.last { $0.value["name"]?.string == name && $0.key != key(name, everybody) }
        return (own?.value ?? rows[key(name, everybody)])?["value"]?.string
    }
}

extension LocalECS {
    static let accountSettingOperations: [LocalOperation] = [
        .write("PutAccountSetting", putAccountSetting),
        .write("PutAccountSettingDefault", putAccountSettingDefault),
        .write("DeleteAccountSetting", deleteAccountSetting), .read("ListAccountSettings", listAccountSettings),
    ]

    private static func putAccountSetting(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        put(request, for: request.text("principalArn") ?? request.caller, in: &world)
    }

    private static func putAccountSettingDefault(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        put(request, for: AccountSettings.everybody, in: &world)
    }

    private static func put(_ request: LocalRequest, for principal: String, in world: inout World) -> Value {
        let name = request.text("name") ?? ""
        var setting: Value = ["name": .string(name), "value": .string(request.text("value") ?? ""), "type": "user"]
        setting["principalArn"] = .string(
            principal == AccountSettings.everybody ? "arn:aws:iam::\(world.place.account):root" : principal)
        world.registry[AccountSettings.table][AccountSettings.key(name, principal)] = setting
        return ["setting": setting]
    }

    private static func deleteAccountSetting(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let principal = request.text("principalArn") ?? request.caller
        let key = AccountSettings.key(request.text("name") ?? "", principal)
        let gone = world.registry[AccountSettings.table][key]
        world.registry[AccountSettings.table][key] = nil
        return ["setting": gone ?? ["name": .string(request.text("name") ?? ""), "principalArn": .string(principal)]]
    }

    private static func listAccountSettings(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let asked = (request.text("name"), request.text("value"), request.text("principalArn"))
        let rows = world.registry[AccountSettings.table].values.filter { row in
            (asked.0 == nil || asked.0 == row["name"]?.string) && (asked.1 == nil || asked.1 == row["value"]?.string)
                && (asked.2 == nil || asked.2 == row["principalArn"]?.string)
        }
        let page = try request.page(rows, size: 10)
        var reply: [String: Value] = ["settings": .list(page.items)]
        reply["nextToken"] = page.next.map { .string($0) }
        return .object(reply)
    }
}
