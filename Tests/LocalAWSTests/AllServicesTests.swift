import AWSWire
import LocalAWS
import Testing

@Suite("All services of the embedded AWS")
struct AllServicesTests {
    @Test("every operation of the tables is served, and reads are reads", arguments: AllServices.list.map(\.model.name))
    func operations(_ name: String) throws {
        let service = try #require(AllServices.list.first { $0.model.name == name })
        for operation in service.model.operations {
            let served = try #require(service.operations[operation], "\(name) \(operation)")
            guard case .read = served.action else { continue }
            #expect(
                service.model.operation(operation)?.isRead == true || operation.hasPrefix("Filter")
                    || ["DiscoverPollEndpoint", "Query", "Scan"].contains(operation),
                "\(name) \(operation) changes nothing")
        }
    }

    @Test("buckets hold operations that exist, each in one bucket", arguments: AllServices.list.map(\.model.name))
    func buckets(_ name: String) throws {
        let service = try #require(AllServices.list.first { $0.model.name == name })
        let all = service.buckets.filter { !$0.isForWholeReads }.flatMap(\.operations)
        #expect(Set(all).count == all.count)
        for operation in all { #expect(service.operations[operation] != nil, "\(name) \(operation)") }
    }

    @Test("names are unique")
    func unique() {
        let names = AllServices.list.map(\.model.name)
        #expect(Set(names).count == names.count)
    }
}
