using System.Text;
using System.Text.Json.Nodes;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>Answers of Keystone v3 to a request for a token.</summary>
internal static class Keystone
{
    public static string Endpoint(string url, string region = "r1", string @interface = "public") =>
        $$"""{"interface":"{{@interface}}","region":"{{region}}","region_id":"{{region}}","url":"{{url}}"}""";

    public static Answer Token(string token, string[] endpoints, string role = "member", string project = "p-from-token") => Answer.Of(
        201,
        $$$"""
        {"token":{"expires_at":"2020-01-04T09:05:22.701000Z","project":{"id":"{{{project}}}","name":"demo"},"roles":[{"name":"te_admin"},{"name":"{{{role}}}"}],
        "catalog":[{"type":"identity","endpoints":[{{{Endpoint("http://wrong.invalid")}}}]},{"type":"image","endpoints":[{{{string.Join(',', endpoints)}}}]}]}}
        """,
        "application/json",
        ("X-Subject-Token", token));

    public static JsonNode Auth(ServerRequest request) => JsonNode.Parse(Encoding.UTF8.GetBytes(request.Body))!["auth"]!;
}
