import Model
import Planning

/// Manifest names for what was found: Neap's own where it made the thing, else AWS's in kebab case, unique by kind.
struct Names {
    private(set) var names: [ResourceID: String] = [:]
    private var taken: Set<ResourceID> = []

    init(_ stack: LiveStack) {
        let whole = stack.things.filter { $0.schema?.isManifest == true && !Self.isRule($0) }
        for thing in whole {
            names[thing.id] = unique(Self.remembered(thing) ?? Self.kebab(thing.awsName), thing.id.kind)
        }
        for thing in stack.things where names[thing.id] == nil { names[thing.id] = partName(thing) }
    }

    /// The manifest's name of a thing; its key when it has none.
    func name(of thing: LiveThing) -> String { names[thing.id] ?? thing.id.name }

    /// A rule is written inside its load balancer here, although it could stand alone.
    private static func isRule(_ thing: LiveThing) -> Bool { thing.id.kind == "ListenerRule" }

    /// `demo/443/10` below a load balancer that is called `demo` in its manifest.
    private func partName(_ thing: LiveThing) -> String {
        let parts = thing.id.name.split(separator: "/").map(String.init)
        guard ["Listener", "ListenerRule"].contains(thing.id.kind), let balancer = parts.first else {
            return thing.id.name
        }
        let owner = names[ResourceID("LoadBalancer", balancer)] ?? balancer
        return ([owner] + parts.dropFirst()).joined(separator: "/")
    }

    /// The name under which Neap made it.
    private static func remembered(_ thing: LiveThing) -> String? {
        let id = thing.live.tags?[Ownership.resourceTag].flatMap(ResourceID.init(parsing:))
        guard let id, id.kind == thing.id.kind, !id.name.contains("/"), !id.name.isEmpty else { return nil }
        return id.name
    }

    private mutating func unique(_ name: String, _ kind: String) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(ResourceID(kind, candidate)).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }

    /// Small letters and digits with hyphens between: `/ecs/demoApi_v2` is `ecs-demo-api-v2`.
    static func kebab(_ text: String) -> String {
        var result = ""
        var previous: Character?
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber {
                let isHump = character.isUppercase && previous.map { $0.isLowercase || $0.isNumber } == true
                if isHump, result.last != "-" { result += "-" }
                result += character.lowercased()
            } else if !result.isEmpty, result.last != "-" {
                result += "-"
            }
            previous = character
        }
        while result.last == "-" { result.removeLast() }
        return result.isEmpty ? "unnamed" : String(result.prefix(120))
    }
}
