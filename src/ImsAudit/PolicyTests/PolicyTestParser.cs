using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Results;
using ImsAudit.Snapshots;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.PolicyTests;

/// <summary>Reads a <c>*.tests.json</c> file; all of its mistakes are noted together.</summary>
internal sealed class PolicyTestParser(string file, Mistakes mistakes)
{
    private const string DefaultProject = "project";
    private static readonly string[] FileMembers = ["$schema", "policy", "asOf", "parameters", "cases"];
    private static readonly string[] CaseMembers = ["name", "image", "category", "categories", "expect", "scope", "lists", "tables", "estate", "incomplete", "members"];
    private static readonly string[] ScopeMembers = ["cloud", "region", "project"];

    private static readonly Dictionary<string, Outcome> Expectations = new(StringComparer.Ordinal)
    {
        ["pass"] = Outcome.Pass,
        ["fail"] = Outcome.Fail,
        ["notApplicable"] = Outcome.NotApplicable,
        ["error"] = Outcome.Error,
    };

    /// <summary>Null when there was any mistake.</summary>
    public PolicyTestFile? Parse(JsonNodeAt root)
    {
        var reader = new ObjectReader(root, mistakes, FileMembers);
        var policy = reader.RequiredText("policy");
        var asOf = ParseAsOf(reader);
        var parameters = (reader.Member("parameters")?.Members ?? []).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        var cases = reader.Required("cases") is { } list
            ? reader.Items(list, "a list of cases").Select(ParseCase).OfType<PolicyTestCase>().ToList()
            : [];
        return mistakes.All.Count > 0 ? null : new PolicyTestFile(file, policy!, reader.Member("policy")!, asOf, parameters, cases);
    }

    private DateTimeOffset ParseAsOf(ObjectReader reader)
    {
        if (reader.RequiredText("asOf") is not { } text) return default;
        if (!Timestamp.TryParseTimeOrDate(text, out var asOf))
            mistakes.Add(reader.Member("asOf")!, $"expected {Timestamp.Reader.Literal}, found \"{text}\"");
        return asOf;
    }

    private PolicyTestCase? ParseCase(JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object)
        {
            mistakes.Add(node, $"expected a case {{ \"name\", \"image\", \"category\", \"expect\" }}, found {node.Describe()}");
            return null;
        }
        var reader = new ObjectReader(node, mistakes, CaseMembers);
        var name = reader.RequiredText("name");
        var expect = ParseExpectation(reader);
        var categories = ParseCategories(reader, "categories", "category");
        var scope = ParseScope(reader.Member("scope"));
        var references = ParseReferences(reader);
        var estate = ParseEstate(reader, scope);
        var incomplete = ParseCategories(reader, "incomplete");
        if (reader.Required("image") is not { } image) return null;
        if (image.Kind != JsonKind.Object)
        {
            mistakes.Add(image, $"expected an image (an object), found {image.Describe()}");
            return null;
        }
        var judged = MakeImage(image, categories.IsEmpty ? CategorySet.Of(ImageCategory.Private) : categories, scope, ParseMembers(node));
        return new PolicyTestCase
        {
            Name = name ?? "",
            Source = node,
            Image = judged,
            Inventory = new CaseInventory([judged, .. estate], new ScannedProjects(scope), incomplete),
            Expect = expect,
            References = references,
        };
    }

    /// <summary>Public and market images have no project unless the scope says one; a case need not give an id.</summary>
    private static Image MakeImage(JsonNodeAt image, CategorySet categories, ImageScope scope, ImageMembers? members = null)
    {
        var id = image.Find("id")?.Value.Text;
        var json = string.IsNullOrEmpty(id) ? WithId(image) : image.Json;
        return new Image(categories.First.BelongsToEndpoint() ? scope.OfEndpoint : scope, categories, string.IsNullOrEmpty(id) ? "image" : id, json) { Members = members };
    }

    /// <summary>Whom the image is shared out to, as a snapshot has it.</summary>
    private ImageMembers? ParseMembers(JsonNodeAt node)
    {
        if (node.Find("members")?.Value is not { } members) return null;
        try
        {
            using var document = JsonDocument.Parse(node.Json);
            return MembersJson.Read(new JsonRow(document.RootElement));
        }
        catch (JsonRowException)
        {
            mistakes.Add(members, $"expected a list of {{ \"member_id\", \"status\" }}, or {{ \"unknown\": \"why\" }}, found {members.Describe()}");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithId(JsonNodeAt image)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in image.Members.Where(member => member.Name != "id"))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(member.Value.Json.Span, skipInputValidation: true);
            }
            writer.WriteString("id", "image");
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private Outcome ParseExpectation(ObjectReader reader)
    {
        if (reader.RequiredText("expect") is not { } text) return default;
        if (!Expectations.TryGetValue(text, out var outcome))
            mistakes.Add(reader.Member("expect")!, $"expected one of {string.Join(", ", Expectations.Keys)}, found \"{text}\"{NearestName.Suggest(text, Expectations.Keys)}");
        return outcome;
    }

    private CategorySet ParseCategories(ObjectReader reader, string list, string? single = null)
    {
        var set = CategorySet.Empty;
        foreach (var node in reader.Texts(list).Concat(single is null || reader.Text(single) is null ? [] : [reader.Member(single)!]))
        {
            if (ImageCategories.TryParse(node.Text, out var category)) set = set.With(category);
            else mistakes.Add(node, $"unknown category \"{node.Text}\"{NearestName.Suggest(node.Text!, ImageCategories.Names)} (valid: {string.Join(", ", ImageCategories.Names)})");
        }
        return set;
    }

    /// <summary>The other images; their categories are told from themselves, as those of saved responses are.</summary>
    private List<Image> ParseEstate(ObjectReader reader, ImageScope scope)
    {
        var images = new List<Image>();
        foreach (var node in reader.Member("estate") is { } list ? reader.Items(list, "a list of images") : [])
        {
            if (node.Kind != JsonKind.Object) mistakes.Add(node, $"expected an image (an object), found {node.Describe()}");
            else images.Add(MakeEstateImage(node, scope));
        }
        return images;
    }

    /// <summary>An image of the estate may say with <c>@cloud</c>, <c>@region</c> and <c>@project</c> that it is from elsewhere.</summary>
    private Image MakeEstateImage(JsonNodeAt node, ImageScope scope)
    {
        string? Part(string name, string? otherwise) => node.Find(name)?.Value switch
        {
            null => otherwise,
            { Kind: JsonKind.Null or JsonKind.String } part => part.Text,
            var other => Wrong(other, otherwise),
        };
        var own = new ImageScope(Part("@cloud", scope.Cloud), Part("@region", scope.Region), Part("@project", scope.Project));
        var image = JsonEdit.WithMembers(node, node.Members.Where(member => !member.Name.StartsWith('@')));
        return MakeImage(image, CategorySet.Of(SavedCategory.Of(ImageHead.Read(image.Json.Span), own.Project)), own);
    }

    private string? Wrong(JsonNodeAt node, string? otherwise)
    {
        mistakes.Add(node, $"expected a text or null, found {node.Describe()}");
        return otherwise;
    }

    private ImageScope ParseScope(JsonNodeAt? node)
    {
        if (node is null) return new ImageScope(Cloud: null, Region: null, DefaultProject);
        var reader = new ObjectReader(node, mistakes, ScopeMembers);
        string? Part(string name, string? otherwise) => reader.Member(name) switch
        {
            null => otherwise,
            { Kind: JsonKind.Null } => null,
            _ => reader.Text(name),
        };
        return new ImageScope(Part("cloud", otherwise: null), Part("region", otherwise: null), Part("project", DefaultProject));
    }

    private ReferenceData ParseReferences(ObjectReader reader)
    {
        var lists = new Dictionary<string, ValueList>(StringComparer.Ordinal);
        foreach (var member in reader.Member("lists")?.Members ?? [])
            if (ListValue.Reader.ReadLiteral(member.Value) is { IsRead: true, Value: var values }) lists[member.Name] = new ValueList(member.Name, values, Description: null) { Source = member.Value.Json };
            else mistakes.Add(member.Value, $"expected {ListValue.Reader.Literal}, found {member.Value.Describe()}");
        var tables = new Dictionary<string, LookupTable>(StringComparer.Ordinal);
        foreach (var member in reader.Member("tables")?.Members ?? [])
            if (ReferenceParser.ParseRows(member.Name, member.Value, mistakes) is { } table) tables[member.Name] = table;
        return new ReferenceData(lists, tables);
    }
}
