using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ImsAudit.Benchmarks.Rendering;
using ImsAudit.Collection.Api;
using ImsAudit.Conditions;
using ImsAudit.Evaluation;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Benchmarks.Pieces;

/// <summary>The pieces that an image passes through: its page, its fields, the policies, a finding.</summary>
[MemoryDiagnoser]
public class ImagePieces
{
    private const int Images = 100;
    private static readonly DateTimeOffset s_asOf = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ApiEndpoint _endpoint = ApiEndpoint.Parse("https://ims.example", out _)!;
    private byte[] _page = [];
    private List<Image> _images = [];
    private PolicySet _policies = null!;
    private FieldReader _reader = null!;
    private Finding _finding = null!;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var result = await RenderedEstate.ResultAsync(Images, lines => _images = [.. lines.Select(line => new Image(ImageScope.Unknown, CategorySet.All, "id", Encoding.UTF8.GetBytes(line)))]);
        _page = Encoding.UTF8.GetBytes($$"""{"images":[{{string.Join(',', _images.Select(image => Encoding.UTF8.GetString(image.Json.Span)))}}],"next":null}""");
        _policies = await RenderedEstate.PoliciesAsync();
        _reader = new FieldReader(_policies.Fields, new ScannedProjects());
        _finding = result.Findings[0];
    }

    [Benchmark(Description = "a page of 100 images is read")]
    public int ReadPage() => PageReader.Read(_page, _endpoint).Images.Count;

    [Benchmark(Description = "the fields of 100 images are read")]
    public int ReadFields()
    {
        var fields = 0;
        foreach (var image in _images) fields += _reader.Read(image).Count;
        return fields;
    }

    [Benchmark(Description = "100 images are read and judged by 25 policies")]
    public int Judge()
    {
        var fails = 0;
        foreach (var image in _images)
        {
            var context = new EvaluationContext(_reader.Read(image), s_asOf);
            foreach (var policy in _policies.Policies)
                if (policy.Judge((ImageAssertion)policy.Assertion, image.Categories, context).Outcome == Outcome.Fail)
                    fails++;
        }
        return fails;
    }

    [Benchmark(Description = "a finding is written as JSON")]
    public long WriteFinding()
    {
        using var writer = new Utf8JsonWriter(Stream.Null, SafeJson.OneLine);
        FindingJson.Write(writer, _finding);
        writer.Flush();
        return writer.BytesCommitted;
    }
}
