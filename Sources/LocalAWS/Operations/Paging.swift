import Model
public import Simulation

extension LocalRequest {
    /// The page of `items` that the request asks for, and the token of the next one (nil on the last).
    ///
    /// `token` and `limit` name the request's members; `size` is AWS's page size, which `limit` may only lower.
    /// `code` is the service's error for a token that it never gave out.
    public func page<Item>(
        _ items: [Item], token: String = "nextToken", limit: String? = "maxResults", size: Int,
        invalidToken code: String = "InvalidParameterException"
    ) throws(Refusal) -> (items: [Item], next: String?) {
        let asked = limit.flatMap { input[$0]?.integer } ?? size
        let count = max(1, min(asked, size))
        var start = 0
        if let text = self.text(token), !text.isEmpty {
            guard let place = PageToken.read(text), place <= items.count else {
                throw Refusal(code, "Invalid token")
            }
            start = place
        }
        let end = min(items.count, start + count)
        return (Array(items[start..<end]), end < items.count ? PageToken.write(end) : nil)
    }
}

/// Tokens say where the next page begins; clients take them as they are.
enum PageToken {
    private static let mark = "page-"

    static func write(_ place: Int) -> String { mark + String(place, radix: 36) }

    static func read(_ text: String) -> Int? {
        text.hasPrefix(mark) ? Int(text.dropFirst(mark.count), radix: 36) : nil
    }
}
