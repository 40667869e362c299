import Kinds
import Model
import Testing

@Suite("What time it is in AWS")
struct AWSTimeTests {
    @Test("an AWS whose time has nothing to do with ours is asked about its own past")
    func time() {
        let detail: (Int) -> Value = { ["events": [["createdAt": .integer($0), "message": "steady"]]] }
        #expect(AWSTime.now([detail(1_000_000)], wall: 1_000_100) == 1_000_100)
        #expect(AWSTime.now([detail(1_000_000)], wall: 9_000_000) == 1_000_000)
        #expect(AWSTime.now([detail(9_000_000)], wall: 1_000_000) == 9_000_000)
        #expect(AWSTime.now([detail(1_000_000), [:], detail(1_000_700)], wall: 9_000_000) == 1_000_700)
        #expect(AWSTime.now([], wall: 7) == 7)
    }
}
