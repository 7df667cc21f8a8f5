using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class TlsTests : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("imsaudit-tls").FullName;

    [Fact]
    public async Task Unknown_authority_is_the_error_and_names_the_way_out()
    {
        using var certificate = Certificate(IPAddress.Loopback);
        await using var server = Server(certificate);

        var collected = await new Collect().RunAsync(server.Url);

        collected.Error.ShouldContain("TLS");
        collected.Error.ShouldContain("--ca-cert");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Authority_of_the_file_is_trusted()
    {
        using var certificate = Certificate(IPAddress.Loopback);
        await using var server = Server(certificate);

        (await CollectAsync(server, certificate)).Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Certificate_for_another_name_stays_refused()
    {
        using var certificate = Certificate(IPAddress.Parse("192.0.2.1"));
        await using var server = Server(certificate);

        (await CollectAsync(server, certificate)).Error.ShouldContain("TLS");
    }

    [Fact]
    public async Task Other_authority_stays_refused()
    {
        using var certificate = Certificate(IPAddress.Loopback);
        using var other = Certificate(IPAddress.Loopback);
        await using var server = Server(certificate);

        (await CollectAsync(server, other)).Error.ShouldContain("TLS");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task File_without_a_certificate_is_a_mistake(string content)
    {
        var file = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(file, content);
        var run = new Collect { Settings = Collect.Defaults with { CaCertificateFile = file } };

        (await Should.ThrowAsync<ConfigurationException>(() => run.RunAsync("https://127.0.0.1:1"))).Message.ShouldContain(file);
    }

    [Fact]
    public async Task Two_clouds_trust_an_authority_each_and_not_the_others()
    {
        using var first = Certificate(IPAddress.Loopback);
        using var second = Certificate(IPAddress.Loopback);
        await using var one = Server(first);
        await using var two = Server(second);
        var target = new CollectionTarget { Project = "p1", Authentication = new NoAuthentication() };

        // What is a project's is asked by each cloud for itself, also where two are at one address.
        var collected = await new Collect { Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) } }.RunAsync(
        [
            target with { Cloud = "right-1", Endpoint = one.Url, CaCertificateFile = await WriteAsync("1.pem", first) },
            target with { Cloud = "right-2", Endpoint = two.Url, CaCertificateFile = await WriteAsync("2.pem", second) },
            target with { Cloud = "wrong", Endpoint = one.Url, CaCertificateFile = Path.Combine(_folder, "2.pem") },
        ]);

        collected.Result.Listings.Select(listing => (listing.Scope.Cloud, listing.Complete)).ShouldBe([("right-1", true), ("right-2", true), ("wrong", false)]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Collected> CollectAsync(ScriptedServer server, X509Certificate2 authority)
    {
        var file = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(file, authority.ExportCertificatePem());
        return await new Collect { Settings = Collect.Defaults with { CaCertificateFile = file } }.RunAsync(server.Url);
    }

    private async Task<string> WriteAsync(string name, X509Certificate2 authority)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, authority.ExportCertificatePem());
        return file;
    }

    private static ScriptedServer Server(X509Certificate2 certificate) => new(_ => Task.FromResult(Answer.Json(Page.Of(null, "a"))), certificate);

    private static X509Certificate2 Certificate(IPAddress address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var ephemeral = request.CreateSelfSigned(From, Until);
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pfx), password: null);
    }
}
