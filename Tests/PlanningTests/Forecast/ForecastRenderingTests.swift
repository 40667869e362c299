import Model
import Planning
import Testing

@Suite("Forecasts as people and programs read them")
struct ForecastRenderingTests {
    static func plan(_ forecast: Forecast?) -> Plan {
        var plan = Stack.plan
        plan.forecast = forecast
        return plan
    }

    @Test("the terminal's section is as it was agreed")
    func text() throws {
        let text = PlanText(Self.plan(.sample), Stack.header).text
        let start = try #require(text.firstRange(of: "Forecast  "))
        let end = try #require(text.firstRange(of: "hold    "))
        #expect(try String(text[start.lowerBound..<end.lowerBound]) == Golden.text("forecast.txt"))
    }

    @Test("the forge's section is as it was agreed")
    func markdown() throws {
        let text = PlanMarkdown(Self.plan(.sample), Stack.header, picture: "pictures/forecast.svg").text
        let start = try #require(text.firstRange(of: "## Forecast"))
        #expect(try String(text[start.lowerBound...]) == Golden.text("forecast.md"))
    }

    @Test("the picture holds every service's rollout against its floor, and is the same each time")
    func picture() {
        let svg = ForecastPicture(.sample, Stack.header).svg
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
        for text in [">api<", ">admin<", ">worker<", ">floor 2<", ">wanted 4<", "1m15s, at most 2m05s"] {
            #expect(svg.contains(text))
        }
        #expect(svg == ForecastPicture(.sample, Stack.header).svg)
    }

    @Test("programs get every number")
    func json() throws {
        let value = PlanJSON(Self.plan(.sample), Stack.header) { _ in nil }.value["forecast"]
        #expect(value?["seeds"] == 32)
        let api = try #require(value?["services"]?.list?.first { $0["service"] == "Service/api" })
        #expect(api["duration"] == ["p5": 58, "p50": 75, "p95": 125])
        #expect(api["lowestHealthy"] == 2)
        #expect(api["track"]?.list?.first == ["at": 0, "new": 0, "old": 4])
        let group = try #require(value?["groups"]?.list?.first)
        #expect(group["lowest"]?.list?.first == ["service": "api", "healthy": 3, "desired": 4])
        let admin = try #require(value?["services"]?.list?.first)
        #expect(admin["added"] == [["group": "spot", "purchaseOption": "spot", "count": 2]])
        let worker = try #require(value?["services"]?.list?.last)
        #expect(worker["duration"] == .null)
    }

    @Test("a plan without a forecast shows none")
    func none() {
        #expect(!PlanText(Self.plan(nil), Stack.header).text.contains("Forecast"))
        #expect(!PlanMarkdown(Self.plan(nil), Stack.header).text.contains("Forecast"))
        #expect(PlanJSON(Self.plan(nil), Stack.header) { _ in nil }.value["forecast"] == .null)
    }
}
