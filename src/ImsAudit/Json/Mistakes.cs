namespace ImsAudit.Json;

/// <summary>The mistakes found in one file. Parsing goes on behind a mistake, so that all are shown together.</summary>
public sealed class Mistakes
{
    private readonly List<JsonMistake> _all = [];

    public IReadOnlyList<JsonMistake> All => _all;

    public void Add(JsonNodeAt node, string message) => Add(new JsonMistake(node.Pointer, node.Position, message));

    /// <summary>A mistake in a member's name.</summary>
    public void Add(JsonMember member, string message) => Add(new JsonMistake(member.Value.Pointer, member.Position, message));

    public void Add(JsonMistake mistake) => _all.Add(mistake);
}
