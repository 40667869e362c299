import Model
import Simulation

/// Single items.
extension LocalDynamoDB {
    static func getItem(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        try refuseLegacy(request)
        let table = try table(world, request)
        let key = try table.key(asked: request["key"])
        var names = ExpressionNames(request)
        let projection = try Projection(request.text("projectionExpression"), &names)
        try names.checkUse()
        guard let item = world.registry[items(table.name)][key] else { return .emptyObject }
        return ["item": projection.map { $0.apply(to: item) } ?? item]
    }

    static func putItem(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let table = try table(world, request)
        let item = request["item"] ?? .emptyObject
        let key = try table.key(of: item)
        for (name, value) in item.sortedMembers { try DynamoAttribute.check(value, of: name) }
        let change = try ItemChange(request, world.registry[items(table.name)][key])
        try change.check()
        world.registry[items(table.name)][key] = item
        return change.reply(old: change.old, new: nil)
    }

    static func deleteItem(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let table = try table(world, request)
        let key = try table.key(asked: request["key"])
        let change = try ItemChange(request, world.registry[items(table.name)][key])
        try change.check()
        world.registry[items(table.name)][key] = nil
        return change.reply(old: change.old, new: nil)
    }

    static func updateItem(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let table = try table(world, request)
        let key = try table.key(asked: request["key"])
        var change = try ItemChange(request, world.registry[items(table.name)][key])
        let update = try UpdateExpression(request.text("updateExpression"), &change.names)
        try change.check()
        if let touched = update.roots.first(where: table.keys.contains) {
            throw invalid(
                "One or more parameter values were invalid: Cannot update attribute \(touched). This attribute is part of the key"
            )
        }
        let before = change.old ?? request["key"] ?? .emptyObject
        let item = try update.apply(to: before)
        world.registry[items(table.name)][key] = item
        return change.reply(old: change.old, new: item, touched: update.roots)
    }
}

/// A write of one item: what it rests on, and what is said of it.
struct ItemChange {
    var names: ExpressionNames
    let old: Value?
    private let wanted: String

    private let condition: Condition?

    init(_ request: LocalRequest, _ old: Value?) throws(Refusal) {
        try LocalDynamoDB.refuseLegacy(request)
        self.old = old
        wanted = request.text("returnValues") ?? "NONE"
        var names = ExpressionNames(request)
        var condition: Condition?
        if let text = request.text("conditionExpression") {
            condition = try Condition.read(text, "ConditionExpression", &names)
        }
        (self.names, self.condition) = (names, condition)
    }

    /// Throws a refusal when a placeholder is used nowhere, or else when the condition does not hold of the item as it is.
    func check() throws(Refusal) {
        try names.checkUse()
        guard condition?.holds(of: old ?? .emptyObject) ?? true else {
            throw Refusal("ConditionalCheckFailedException", "The conditional request failed")
        }
    }

    /// The reply with the attributes that were asked for.
    func reply(old: Value?, new: Value?, touched: [String] = []) -> Value {
        guard let chosen = chosen(old, new, touched), chosen.object?.isEmpty == false else { return .emptyObject }
        return ["attributes": chosen]
    }

    private func chosen(_ old: Value?, _ new: Value?, _ touched: [String]) -> Value? {
        switch wanted {
        case "ALL_OLD": old
        case "ALL_NEW": new
        case "UPDATED_OLD": old?.picking(touched)
        case "UPDATED_NEW": new?.picking(touched)
        default: nil
        }
    }
}
