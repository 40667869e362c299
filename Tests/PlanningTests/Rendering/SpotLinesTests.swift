import Model
import Planning
import Testing

@Suite("Spot's loss as a plan shows it")
struct SpotLinesTests {
    private func plan(_ outlook: SpotOutlook) -> Plan {
        var plan = Stack.settled
        plan.spot = outlook
        return plan
    }

    private func outlook(_ choice: SpotOutlook.Choice = .largest, lowest: Int = 2) -> SpotOutlook {
        var outlook = SpotOutlook(taken: "m5.large in eu-west-1a", instances: 1)
        outlook.choice = choice
        outlook.services = [
            .init(.of("Service/api"), tasks: 2, lowestHealthy: lowest, desired: 4, floor: 2, backAfter: 95)
        ]
        return outlook
    }

    @Test("one line, as it was agreed")
    func line() {
        let text = PlanText(plan(outlook()), Stack.header).text
        #expect(
            text.contains(
                "\nSpot    losing the largest pool, m5.large in eu-west-1a (1 instance, 2 tasks of api): "
                    + "lowest 2 of 4, back in 1m35s\n"))
    }

    @Test("below the floor, and several services")
    func several() {
        var outlook = outlook(.weakest, lowest: 1)
        outlook.services.append(
            .init(.of("Service/web"), tasks: 1, lowestHealthy: 3, desired: 3, floor: 3, backAfter: nil))
        #expect(!outlook.isSafe)
        #expect(
            PlanText(plan(outlook), Stack.header).text.contains(
                "losing the weakest pool, m5.large in eu-west-1a (1 instance, 2 tasks of api, 1 of web): "
                    + "api lowest 1 of 4, below the floor of 2, back in 1m35s; web lowest 3 of 3, not back within half an hour"
            ))
    }

    @Test("nothing to lose, and nothing known")
    func none() {
        let empty = SpotOutlook(taken: "eu-west-1c", instances: 0)
        #expect(PlanText(plan(empty), Stack.header).text.contains("Spot    no Spot instance in eu-west-1c\n"))
        #expect(empty.isSafe)
        let unknown = SpotOutlook(unknown: "DescribeTasks was denied")
        #expect(!unknown.isSafe)
        #expect(PlanText(plan(unknown), Stack.header).text.contains("Spot    not known: DescribeTasks was denied\n"))
    }

    @Test("Markdown and programs get the same")
    func others() {
        let plan = plan(outlook())
        #expect(PlanMarkdown(plan, Stack.header).text.contains("**Spot** · losing the largest pool, m5.large"))
        let value = PlanJSON(plan, Stack.header) { _ in nil }.value["spot"]
        #expect(value?["safe"] == true)
        #expect(value?["choice"] == "largest")
        let row: Value = [
            "service": "Service/api", "tasks": 2, "lowestHealthy": 2, "desired": 4, "floor": 2, "backAfter": 95,
        ]
        #expect(value?["services"] == [row])
        #expect(PlanJSON(Stack.settled, Stack.header) { _ in nil }.value["spot"] == .null)
    }
}
