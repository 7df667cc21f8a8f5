using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;

namespace ImsAudit.Policies;

/// <summary>Writes the JSON Schema (draft-07) of policies from the table of operators and the field catalogue.</summary>
public static class PolicySchemaText
{
    private const string Duration = @"^([0-9]+[wdhms]|P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write() => Policy().ToJsonString(Readable) + "\n";

    private static JsonObject Policy() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "ImsAudit policy",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("id", "title", "severity"),
        ["oneOf"] = new JsonArray(Requires("require"), Requires("forbid"), Requires("group")),
        ["properties"] = Members(),
        ["definitions"] = Definitions(),
    };

    private static JsonObject Members() => new()
    {
        ["$schema"] = Text("The schema that editors use."),
        ["id"] = With(Text("Unique in the loaded set."), "pattern", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
        ["title"] = Ref("text", "One line that states what must be true."),
        ["description"] = Ref("text", "More than the title says."),
        ["rationale"] = Ref("text", "Why it matters."),
        ["remediation"] = Ref("text", "What to do about a finding."),
        ["severity"] = With(Enum(Severities.WorstFirst.Select(Severities.Name)), "description", "How bad a violation is."),
        ["categories"] = new JsonObject
        {
            ["description"] = "The categories of images that the policy judges; all six when left out.",
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = Enum(ImageCategories.Names),
        },
        ["when"] = Ref("condition", "Images for which it is false are not applicable."),
        ["require"] = Ref("condition", "Must be true of each image."),
        ["forbid"] = Ref("condition", "Must be false of each image."),
        ["group"] = Ref("group", "Something about images together."),
        ["parameters"] = new JsonObject
        {
            ["description"] = "Values that a pack or --param sets; used as { \"param\": name }.",
            ["type"] = "object",
            ["additionalProperties"] = Parameter(),
        },
        ["message"] = Ref("text", "Shown with a finding; {field} stands for the image's value."),
        ["references"] = new JsonObject { ["description"] = "Where to read more.", ["type"] = "array", ["items"] = With(Text("A URL."), "pattern", "^[hH][tT][tT][pP][sS]?://") },
        ["tags"] = Texts("Words to choose policies by, with --tag."),
        ["controls"] = new JsonObject
        {
            ["description"] = "Framework to control ids, such as \"cis-controls-8.1\": [\"3.11\"].",
            ["type"] = "object",
            ["additionalProperties"] = Texts("Control ids."),
        },
        ["enabled"] = Flag("False: not evaluated unless named.", otherwise: true),
        ["waivable"] = Flag("False: no waiver and no baseline silences it.", otherwise: true),
        ["sensitive"] = Flag("True: actual values are masked in every output but the snapshot.", otherwise: false),
    };

    private static JsonObject Parameter() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("type"),
        ["properties"] = new JsonObject
        {
            ["type"] = Enum(System.Enum.GetNames<ParameterType>().Select(name => name.ToLowerInvariant())),
            ["default"] = new JsonObject { ["description"] = "The value when nobody sets one." },
            ["description"] = Ref("text", "What it is."),
        },
    };

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject
        {
            ["text"] = new JsonObject
            {
                ["description"] = "A text, or an object of language to text.",
                ["anyOf"] = new JsonArray(Kind("string"), new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Kind("string") }),
            },
            ["param"] = Reference("param", "A parameter's value."),
            ["fieldValue"] = Reference("field", "The value of another field of the image."),
            ["outer"] = Reference("outer", "Inside of a refersTo: the value of a field of the judged image."),
            ["list"] = Reference("list", "A list, by its id."),
            ["fieldName"] = FieldName(),
            ["condition"] = Condition(),
            ["group"] = Group(),
            ["item"] = Item(),
        };
        foreach (var shape in System.Enum.GetValues<OperandShape>()) definitions[NameOf(shape)] = Operand(shape);
        return definitions;
    }

    private static JsonObject Condition() => new()
    {
        ["anyOf"] = new JsonArray(
            Kind("boolean"),
            Branch("allOf", Conditions("True when all are true.")),
            Branch("anyOf", Conditions("True when one is true.")),
            Branch("not", Ref("condition", "True when it is false.")),
            Leaf()),
    };

    private static JsonObject Group()
    {
        var key = Closed(["field"], ("field", Ref("fieldName")), ("capture", new JsonObject { ["anyOf"] = new JsonArray(Text("A regular expression; its first group is the key."), Ref("param")) }));
        var count = Closed(["count"], ("count", Ref(NameOf(OperandShape.Count), "How many images a group may have.")));
        var keep = Closed(["keepNewest", "orderBy"], ("keepNewest", Ref(NameOf(OperandShape.Number))), ("orderBy", Ref("fieldName", "A field with a timestamp.")));
        return Closed(
            ["by", "require"],
            ("by", new JsonObject
            {
                ["description"] = "The fields that make a group; empty: one group of all.",
                ["type"] = "array",
                ["items"] = new JsonObject { ["anyOf"] = new JsonArray(Ref("fieldName"), key) },
            }),
            ("where", Ref("condition", "Chooses the members.")),
            ("require", new JsonObject { ["anyOf"] = new JsonArray(count, keep) }));
    }

    private static JsonObject Leaf()
    {
        var members = Operators();
        members["field"] = Ref("fieldName", "The field that is tested.");
        members["list"] = Text("In place of a field: a list, by its id.");
        members["param"] = Text("In place of a field: a parameter.");
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = members,
            ["allOf"] = new JsonArray(OneOf(["field", "list", "param"]), OneOf(OperatorTable.Names)),
        };
    }

    private static JsonObject Item() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = Operators(),
        ["allOf"] = new JsonArray(OneOf(OperatorTable.Names)),
    };

    private static JsonObject Operators()
    {
        var members = new JsonObject();
        foreach (var definition in OperatorTable.All)
        {
            members[definition.Name] = Ref(NameOf(definition.Shape), InBoth(definition.English, definition.Chinese));
            if (definition.Negation is { } negation) members[negation] = Ref(NameOf(definition.Shape), InBoth($"Exactly not \"{definition.Name}\". {definition.English}", $"与{definition.Name}相反：{definition.Chinese}"));
        }
        members["caseSensitive"] = Flag("True: text is compared with regard to case.", otherwise: false);
        return members;
    }

    private static JsonObject Operand(OperandShape shape) => shape switch
    {
        OperandShape.Boolean => Or(Kind("boolean")),
        OperandShape.Scalar => Or(Scalar()),
        OperandShape.List => new JsonObject { ["anyOf"] = new JsonArray(List(), Ref("param"), Ref("fieldValue"), Ref("outer"), Ref("list")) },
        OperandShape.Number => Or(Kind("number")),
        OperandShape.Duration => Or(With(Kind("string"), "pattern", Duration)),
        OperandShape.Range => new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = Ref(NameOf(OperandShape.Number)) },
        OperandShape.Count => new JsonObject { ["anyOf"] = new JsonArray(Ref(NameOf(OperandShape.Number)), Counts()) },
        OperandShape.Item => Ref("item"),
        OperandShape.EndOfLife => EndOfLife(),
        OperandShape.Table => Table(),
        OperandShape.Reference => ImageReference(),
        _ => Or(Kind("string")),
    };

    private static JsonObject Table() => new() { ["anyOf"] = new JsonArray(Text("A table, by its id."), Ref("param")) };

    private static JsonObject EndOfLife() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("table"),
        ["properties"] = new JsonObject { ["table"] = Ref(NameOf(OperandShape.Table)), ["within"] = Ref(NameOf(OperandShape.Duration)) },
    };

    private static JsonObject ImageReference() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject { ["by"] = Ref("fieldName", "id when not given."), ["where"] = Ref("condition", "What the image that is referred to must fulfil.") },
    };

    private static JsonObject Counts()
    {
        var members = new JsonObject();
        foreach (var name in new[] { "equals", "atLeast", "atMost", "greaterThan", "lessThan" }) members[name] = Ref(NameOf(OperandShape.Number));
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["minProperties"] = 1, ["maxProperties"] = 1, ["properties"] = members };
    }

    private static JsonObject FieldName()
    {
        var catalogue = FieldCatalogue.Shipped;
        var known = catalogue.Fields.Concat(catalogue.Collected).ToList();
        var names = Enum(known.Select(one => one.Name));
        names["enumDescriptions"] = new JsonArray([.. known.Select(one => (JsonNode)Describe(one))]);
        return new JsonObject { ["anyOf"] = new JsonArray(names, With(Kind("string"), "minLength", 1)) };
    }

    private static string Describe(CatalogueField field)
    {
        var values = field.Values.Count == 0 ? "" : $" ({string.Join(", ", field.Values)})";
        return InBoth($"{field.English} {field.TypeName}{values}", field.Chinese);
    }

    /// <summary>Editors show one text, whatever the language of who reads it.</summary>
    private static string InBoth(string english, string chinese) => $"{english}\n\n{chinese}";

    private static JsonObject Reference(string name, string description) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray(name),
        ["properties"] = new JsonObject { [name] = name is "field" or "outer" ? Ref("fieldName") : Kind("string") },
    };

    private static JsonObject Branch(string name, JsonObject value) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray(name),
        ["properties"] = new JsonObject { [name] = value },
    };

    private static JsonObject Closed(IEnumerable<string> required, params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members) properties[name] = schema;
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Conditions(string description) =>
        new() { ["description"] = description, ["type"] = "array", ["items"] = Ref("condition") };

    private static JsonObject List() =>
        new() { ["type"] = "array", ["items"] = new JsonObject { ["anyOf"] = new JsonArray(Scalar(), Ref("param")) } };

    private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Or(JsonObject literal) => new() { ["anyOf"] = new JsonArray(literal, Ref("param"), Ref("fieldValue"), Ref("outer")) };

    private static JsonObject OneOf(IEnumerable<string> names) => new() { ["oneOf"] = new JsonArray([.. names.Select(name => (JsonNode)Requires(name))]) };

    private static JsonObject Requires(string name) => new() { ["required"] = new JsonArray(name) };

    private static JsonObject Kind(string type) => new() { ["type"] = type };

    private static JsonObject Text(string description) => With(Kind("string"), "description", description);

    private static JsonObject Texts(string description) => new() { ["description"] = description, ["type"] = "array", ["items"] = Kind("string") };

    private static JsonObject Flag(string description, bool otherwise) =>
        new() { ["description"] = description, ["type"] = "boolean", ["default"] = otherwise };

    private static JsonObject Enum(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    /// <summary>Draft-07 ignores what stands beside a <c>$ref</c>; editors show it from an <c>allOf</c>.</summary>
    private static JsonObject Ref(string definition, string description) =>
        new() { ["description"] = description, ["allOf"] = new JsonArray(Ref(definition)) };

    private static JsonObject With(JsonObject schema, string name, JsonNode value)
    {
        schema[name] = value;
        return schema;
    }

    private static string NameOf(OperandShape shape) => $"operand{shape}";
}
