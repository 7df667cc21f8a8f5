using System.Text;
using ImsAudit.Evidence;

namespace ImsAudit.Tests.Evidence;

public sealed class EvidenceManifestTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("result.json")]
    [InlineData("policies/001-a_b.policy.json")]
    public void Path_of_plain_names_stays_inside(string path) => Read(File(path)).Files[0].Path.ShouldBe(path);

    [Theory]
    [InlineData("../x")]
    [InlineData("policies/../../x")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(".hidden")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("")]
    [InlineData("C:x")]
    [InlineData("C:/x")]
    [InlineData(@"a\\b")]
    [InlineData(@"\\\\server\\share")]
    [InlineData(@"a\u0000b")]
    [InlineData("a b")]
    [InlineData("b\u00e4r")]
    [InlineData("manifest.json")]
    public void Path_that_might_lead_elsewhere_is_refused(string path) =>
        Should.Throw<EvidenceException>(() => Read(File(path))).Message.ShouldContain("is no manifest of evidence: /files/0/path: 'path' is ");

    [Theory]
    [InlineData("""{ "path": "a", "bytes": 1, "sha256": "E3B0" }""")]
    [InlineData("""{ "path": "a", "bytes": -1, "sha256": "" }""")]
    [InlineData("""{ "path": "a", "bytes": 1 }""")]
    [InlineData("""{ "bytes": 1 }""")]
    public void File_without_its_length_and_hash_is_refused(string file) => Should.Throw<EvidenceException>(() => Read(file));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "A")]
    public void File_that_is_listed_twice_is_refused(string one, string other) =>
        Should.Throw<EvidenceException>(() => Read($"{File(one)}, {File(other)}")).Message.ShouldContain("twice");

    private static string File(string path) => $$"""{ "path": "{{path}}", "bytes": 0, "sha256": "{{Hash}}" }""";

    private static EvidenceManifest Read(string files) => EvidenceManifest.Read(Encoding.UTF8.GetBytes(
        $$"""{ "imsaudit": "evidence/1", "tool": { "name": "imsaudit", "version": "1" }, "files": [{{files}}] }"""));
}
