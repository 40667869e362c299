import AWSWire
import Model
import Reconciler

/// News as a text in a controller's row.
extension LeaseNews.Item {
    var text: String {
        var value: Value = ["number": .integer(number)]
        switch news {
        case .pushed(let notice): value["pushed"] = notice.value
        case .touched(let things): value["touched"] = .list(things.map(\.value))
        }
        return String(decoding: JSON.write(value), as: UTF8.self)
    }

    /// Nil for what another version of Neap may say.
    init?(_ text: String) {
        let value: Value
        do { value = try JSON.parse(Array(text.utf8)) } catch { return nil }
        guard let number = value["number"]?.integer else { return nil }
        if let pushed = value["pushed"] {
            self.init(number: number, news: .pushed(PushNotice(pushed)))
        } else if let touched = value["touched"]?.list {
            self.init(number: number, news: .touched(Set(touched.compactMap(AWSThing.init(_:)))))
        } else {
            return nil
        }
    }
}

extension PushNotice {
    fileprivate var value: Value {
        var value: Value = ["repositories": .list(repositories.map { .string($0) })]
        value["reference"] = reference.map { .string($0) }
        return value
    }

    fileprivate init(_ value: Value) {
        self = .unknown
        repositories = (value["repositories"]?.list ?? []).compactMap(\.string)
        reference = value["reference"]?.string
    }
}

extension AWSThing {
    fileprivate var value: Value {
        var value: Value = ["account": .string(accountID), "region": .string(region)]
        switch name {
        case .arn(let arn): value["arn"] = .string(arn)
        case .service(let service, let cluster):
            value["service"] = .string(service)
            value["cluster"] = .string(cluster)
        case .scalableTarget(let target): value["scalableTarget"] = .string(target)
        case .named(let name, let kind):
            value["name"] = .string(name)
            value["kind"] = .string(kind)
        case .groupOf(let instance): value["instance"] = .string(instance)
        }
        return value
    }

    fileprivate init?(_ value: Value) {
        guard let account = value["account"]?.string, let region = value["region"]?.string,
            let name = Name(value)
        else { return nil }
        self.init(name, accountID: account, region: region)
    }
}

extension AWSThing.Name {
    fileprivate init?(_ value: Value) {
        if let arn = value["arn"]?.string {
            self = .arn(arn)
        } else if let service = value["service"]?.string {
            self = .service(service, cluster: value["cluster"]?.string ?? "")
        } else if let target = value["scalableTarget"]?.string {
            self = .scalableTarget(target)
        } else if let name = value["name"]?.string, let kind = value["kind"]?.string {
            self = .named(name, kind: kind)
        } else if let instance = value["instance"]?.string {
            self = .groupOf(instance: instance)
        } else {
            return nil
        }
    }
}
