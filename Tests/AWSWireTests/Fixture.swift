import AWSWire
import Model

/// A small service in each protocol, with every form of the table's lines.
enum Fixture {
    static let table = #"""
        operation CreateThing CreateThingInput CreateThingOutput result=CreateThingResult errors=Busy,Gone
        operation DescribeThings DescribeThingsInput DescribeThingsOutput result=DescribeThingsResult
        operation Ping - -
        pages DescribeThings NextToken NextMarker Things,Failures MaxRecords
        error Busy ThingBusy 429 Message:String
        error Gone GoneException 404
        structure CreateThingInput ThingName!:Name=thingName~ThingIdentifier Token^:String Secret*:String Count:Count Ratio:Ratio Scheme:Scheme SubnetIds:SubnetIds=subnetIdSet~SubnetId Tags:Tags=tagSet Settings:Settings Options:Options Start:Time Data:Data Enabled:Flag Free:Free Layers:Layers
        structure CreateThingOutput Thing:Thing
        structure DescribeThingsInput NextToken:String MaxRecords:Count
        structure DescribeThingsOutput Things:Things NextMarker:String
        structure Thing ThingArn:String=thingArn Count:Count=count SubnetIds:SubnetIds=subnetIds Start:Time=start Self:Thing=self
        structure Option Name!:Name Values:SubnetIds
        structure Tag Key:String=key Value:String=value
        list SubnetIds String item=item ..3
        list Tags Tag item=item
        list Options Option 1..
        list Things Thing
        list Layers SubnetIds
        map Settings Name String ..2
        string Name 1..8
        string String
        string* Password
        integer Count 0..100
        number Ratio ..1
        enum Scheme internal internet-facing with%20blank%25
        timestamp Time
        blob Data
        boolean Flag
        document Free
        """#

    static let json = service(.json(version: "1.1", targetPrefix: "Fix_2020"))
    static let query = service(.query)
    static let ec2 = service(.ec2)
    static let cbor = service(.cbor(serviceName: "FixService"))
    /// One model in each protocol.
    static let all = [json, query, ec2, cbor]
    /// A service that AWS takes in three protocols.
    static let several = service(
        .query, others: [.cbor(serviceName: "FixService"), .json(version: "1.0", targetPrefix: "Fix_2020")],
        isQueryCompatible: true)

    private static func service(
        _ wire: ServiceModel.WireProtocol, others: [ServiceModel.WireProtocol] = [], isQueryCompatible: Bool = false
    ) -> ServiceModel {
        ServiceModel(
            name: "fix", serviceID: "Fix Ture", endpointPrefix: "fix", signingName: "fix", protocol: wire,
            others: others, isQueryCompatible: isQueryCompatible, apiVersion: "2020-01-08",
            xmlNamespace: "https://fix.example/doc", table: table)
    }

    /// The body of the request for `input`, as text.
    static func body(_ model: ServiceModel, _ input: Value) throws -> String {
        String(decoding: try model.encode(AWSCall("fix", "CreateThing", input)).body, as: UTF8.self)
    }

    /// What a successful reply with this body says.
    static func reply(_ model: ServiceModel, _ operation: String, _ body: String) throws -> Value {
        guard let operation = model.operation(operation) else { return .null }
        return try model.decode(operation, WireReply(status: 200, body: Array(body.utf8)))
    }

    /// The error that a reply is read as; nil when it is none.
    static func error(_ model: ServiceModel, status: Int, headers: WireHeaders = [:], _ body: String) -> AWSError? {
        guard let operation = model.operation("CreateThing") else { return nil }
        do {
            _ = try model.decode(operation, WireReply(status: status, headers: headers, body: Array(body.utf8)))
            return nil
        } catch { return error }
    }
}
