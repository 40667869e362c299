import Kinds
import Model
import Planning
import Testing

@testable import Importing

/// The laws of every kind (DESIGN section 3), over AWS in memory.
@Suite("The contract of a kind")
struct ContractTests {
    @Test("create, then observe, then diff is empty", arguments: allSamples)
    func create(_ sample: KindSample) async throws {
        var world = World(sample)
        let writes = try await world.settle()
        #expect(!writes.isEmpty)
        #expect(try await differences(&world, sample).isEmpty)
        #expect(await world.aws.violations == [])
    }

    @Test("what is live once stays as it is: applying twice is applying once", arguments: allSamples)
    func twice(_ sample: KindSample) async throws {
        var world = World(sample)
        _ = try await world.settle()
        #expect(try await world.settle() == [])
    }

    @Test("a field changed is exactly that change, with its effect and its calls", arguments: allSamples)
    func change(_ sample: KindSample) async throws {
        for change in sample.changes {
            var world = World(sample)
            _ = try await world.settle()
            let stated = world.stated[sample.resource.id]
            var edited = sample.resource
            edited.spec = edited.spec.editing(change.field.parts[...], to: change.value)
            world.declare(edited)
            let found = try await differences(&world, sample)
            #expect(found.map(\.path) == change.found ?? [change.field], "\(sample.resource.id): \(change.field)")
            #expect(
                found.map(\.effect).max() ?? change.effect == change.effect, "\(sample.resource.id): \(change.field)")
            guard change.effect != .replaces else { continue }
            #expect(
                try await world.settle().map(\.operation) == change.operations, "\(sample.resource.id): \(change.field)"
            )
            // Held against what was stated before, so that a withdrawn field has to be back at AWS's default.
            world.stated[sample.resource.id] = stated
            #expect(try await differences(&world, sample) == [], "\(sample.resource.id): \(change.field)")
            #expect(await world.aws.violations == [])
        }
    }

    @Test("an unknown member of a reply changes nothing", arguments: allSamples)
    func unknownMembers(_ sample: KindSample) async throws {
        var world = World(sample, addsUnknownMembers: true)
        _ = try await world.settle()
        #expect(try await differences(&world, sample).isEmpty)
        #expect(try await world.settle() == [])
    }

    @Test("what is live, written down as a manifest, is no change", arguments: allSamples)
    func importing(_ sample: KindSample) async throws {
        var world = World(sample)
        _ = try await world.settle()
        guard case .live(let live) = await world.observe(sample.resource.id) else {
            throw SampleFailure("\(sample.resource.id) is not live")
        }
        var imported = sample.resource
        imported.spec = live.spec
        world.declare(imported)
        world.stated = [:]
        #expect(try await differences(&world, sample) == [])
    }

    @Test("what is live, without AWS's defaults, is no change either", arguments: allSamples)
    func importingWithoutDefaults(_ sample: KindSample) async throws {
        var world = World(sample)
        _ = try await world.settle()
        guard case .live(let live) = await world.observe(sample.resource.id) else {
            throw SampleFailure("\(sample.resource.id) is not live")
        }
        let schema = try #require(kindsByName[sample.resource.id.kind]).schema
        var imported = sample.resource
        imported.spec = DefaultsLeftOut(schema: schema).of(live.spec)
        world.declare(imported)
        world.stated = [:]
        #expect(try await differences(&world, sample) == [])
    }

    @Test("what is live is taken away by its deletion, and taking it away again is no error", arguments: allSamples)
    func deletion(_ sample: KindSample) async throws {
        var world = World(sample)
        _ = try await world.settle()
        let isDeed = kindsByName[sample.resource.id.kind]?.isDeed == true
        let calls = try await world.remove(sample.resource.id)
        #expect(calls.isEmpty == isDeed)
        #expect(calls.allSatisfy { $0.effect == .deletes })
        if !isDeed { #expect(await world.observe(sample.resource.id).isAbsent) }
        if let last = calls.last { try await world.repeatDeletion(last) }
        #expect(await world.aws.violations == [])
    }

    @Test("every kind that Neap has is held to the contract")
    func complete() {
        #expect(Set(allSamples.map(\.resource.id.kind)) == Set(kindsByName.keys))
    }

    private func differences(_ world: inout World, _ sample: KindSample) async throws -> [FieldChange] {
        switch await world.observe(sample.resource.id) {
        case .live(let live): return world.changes(of: sample.resource.id, live)?.changes ?? []
        case .absent: throw SampleFailure("\(sample.resource.id) is absent")
        case .unknown(let reason): throw SampleFailure("\(sample.resource.id): \(reason)")
        }
    }
}
