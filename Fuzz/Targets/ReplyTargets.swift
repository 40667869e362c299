import AWSCloudWatch
import AWSEC2
import AWSECS
import AWSELBv2
import AWSWire
import Model

extension FuzzTarget {
    private static let xmlWords = [
        "<", ">", "</", "/>", "&amp;", "&#x", "&#65;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>",
        "<!DOCTYPE",
        "member", "item", "DescribeTargetGroupsResult", "TargetGroups", "Errors", "Error", "Code", "Message",
        "RequestId", "xmlns",
        "2026-03-02T08:00:00Z", "\n",
    ]

    /// What AWS, or whoever answers in its place, sends back: as a reply and as an error.
    static let replies = [
        FuzzTarget(
            "aws-json",
            words: ["{", "}", "[", "]", "\"services\"", "\"__type\"", "\"message\"", "1.5e9", "\\u", ",", ":"]
        ) {
            answered($0, ECS.model, ["DescribeServices", "DescribeTasks", "RegisterTaskDefinition"])
        },
        FuzzTarget("aws-query", words: xmlWords) {
            answered($0, ELBv2.model, ["DescribeTargetGroups", "DescribeLoadBalancers", "DescribeRules"])
        },
        FuzzTarget("aws-ec2", words: xmlWords + ["instanceSet", "launchTemplateVersionSet", "reservationSet"]) {
            answered($0, EC2.model, ["DescribeInstances", "DescribeLaunchTemplateVersions", "DescribeSubnets"])
        },
        FuzzTarget("aws-cbor", words: ["\u{a1}", "\u{7f}", "\u{ff}", "MetricAlarms", "__type", "message"]) {
            answered($0, CloudWatch.model, ["DescribeAlarms", "GetMetricData"])
        },
        FuzzTarget(
            "aws-request",
            words: ["Action=", "&Version=2016-11-15", "&Filter.1.Name=", ".member.1", "%20", "+", "=", "&"]
        ) {
            asked($0)
        },
    ]

    private static func answered(_ bytes: [UInt8], _ model: ServiceModel, _ operations: [String]) -> String? {
        for operation in operations.compactMap(model.operation) {
            for status in [200, 400, 503] {
                do throws(AWSError) {
                    _ = try model.decode(operation, WireReply(status: status, body: bytes))
                    if status != 200 { return "a reply of status \(status) is taken for a success" }
                } catch {
                    if error.code.isEmpty { return "an error has no code" }
                }
            }
        }
        return nil
    }

    /// The embedded AWS's side: the first byte says how the rest came.
    private static func asked(_ bytes: [UInt8]) -> String? {
        let body = Array(bytes.dropFirst())
        let headers: WireHeaders =
            switch bytes.first {
            case UInt8(ascii: "j")?: ["X-Amz-Target": "AmazonEC2ContainerServiceV20141113.CreateService"]
            case UInt8(ascii: "z")?: ["Content-Encoding": "gzip"]
            default: ["Content-Type": "application/x-www-form-urlencoded"]
            }
        let path =
            bytes.first == UInt8(ascii: "c") ? "/service/GraniteServiceVersion20100801/operation/PutMetricAlarm" : "/"
        for model in [ECS.model, ELBv2.model, EC2.model, CloudWatch.model] {
            do throws(WireError) {
                _ = try model.decode(WireRequest(path: path, headers: headers, body: body))
            } catch {
                if error.description.isEmpty { return "a refusal says nothing" }
            }
        }
        return nil
    }
}
