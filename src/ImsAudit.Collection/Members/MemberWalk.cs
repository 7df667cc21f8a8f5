using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;

namespace ImsAudit.Collection.Members;

/// <summary>Asks for all members of one image, page by page.</summary>
internal sealed class MemberWalk(ApiClient client, string imageId)
{
    private const int MostPages = 1000;
    private const int LongestMarker = 1024;

    private readonly Dictionary<string, ImageMember> _members = new(StringComparer.Ordinal);

    /// <returns>The members, or why they are not known; never only some of them.</returns>
    public async Task<ImageMembers> RunAsync(CancellationToken cancellationToken)
    {
        if (!CanBeAsked(imageId)) return ImageMembers.NotKnown(MemberSentences.BadId);
        string? marker = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var answer = await client.GetMembersAsync(imageId, marker, cancellationToken);
            if (answer.Value is not { } page) return NotKnown(answer.Failure!);
            var before = _members.Count;
            foreach (var member in page.Members)
                if (!Keep(member)) return NotKnown(Malformed("the answer gives one member two statuses"));
            if (page.NextMarker is null) return ImageMembers.Of([.. _members.Values.OrderBy(member => member.Id, StringComparer.Ordinal)]);
            if (_members.Count == before || page.NextMarker.Length > LongestMarker) return NotKnown(Malformed("its pages go in a circle"));
            marker = page.NextMarker;
        }
        return NotKnown(Malformed($"the list does not end after {MostPages} pages"));
    }

    private bool Keep(ImageMember member) => _members.TryAdd(member.Id, member) || _members[member.Id] == member;

    /// <summary>An id is hostile text: one with dots or slashes would lead to another address.</summary>
    private static bool CanBeAsked(string id) =>
        id.Length <= 255 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && id.Any(char.IsAsciiLetterOrDigit);

    private ImageMembers NotKnown(ApiFailure failure) => ImageMembers.NotKnown(client.Hide(MemberSentences.Why(failure)));

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}
