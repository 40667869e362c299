import LocalAWS
import Model
import Simulation
import Testing

@Suite("Pages")
struct PagingTests {
    @Test("all pages together are all items, and the last has no token")
    func whole() throws {
        var seen: [Int] = []
        var token: String?
        repeat {
            var input: Value = ["maxResults": 4]
            input["nextToken"] = token.map { .string($0) }
            let page = try LocalRequest(input: input).page(Array(0..<10), size: 100)
            #expect(page.items.count <= 4)
            seen += page.items
            token = page.next
        } while token != nil
        #expect(seen == Array(0..<10))
    }

    @Test("a token that was never given out is refused")
    func foreign() {
        #expect(throws: Refusal.self) { try LocalRequest(input: ["nextToken": "x"]).page([1], size: 10) }
    }
}
