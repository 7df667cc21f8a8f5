using ImsAudit.Reporting.Model;

namespace ImsAudit.Reporting.Tests.Model;

public sealed class RequestTests
{
    [Theory]
    [InlineData("API: DELETE /v2/images/{image_id}.", "DELETE /v2/images/{image_id}")]
    [InlineData("""API: PATCH /v2/images/{image_id} with [{"op":"replace","path":"/a","value":[1]}]; then wait.""", "PATCH /v2/images/{image_id}\n[{\"op\":\"replace\",\"path\":\"/a\",\"value\":[1]}]")]
    [InlineData("""API：PATCH /v2/images/{image_id}，请求体为{"a":1}。""", "PATCH /v2/images/{image_id}\n{\"a\":1}")]
    [InlineData("API: POST /v2/cloudimages/action with min_disk.", "POST /v2/cloudimages/action")]
    [InlineData("API: PUT /a with {\"open\":1", "PUT /a")]
    [InlineData("POST /a, then DELETE /b, then POST /a", "POST /a|DELETE /b")]
    [InlineData("GET /v2/images lists them.", "")]
    [InlineData("Delete it.", "")]
    [InlineData(null, "")]
    public void Requests_of_a_remediation_are_found_with_their_bodies(string? remediation, string requests) =>
        string.Join('|', Request.In(remediation)).ShouldBe(requests);
}
