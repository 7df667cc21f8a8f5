using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Values;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>
/// Judges images together: a first pass counts (or notes ages), a second gathers what findings show, so that groups that
/// pass cost only their key.
/// </summary>
internal sealed class GroupJudge : IPolicyJudge
{
    private readonly Policy _policy;
    private readonly GroupAssertion _assertion;
    private readonly FindingSink _sink;
    private readonly CategorySet _lacking;
    private readonly Dictionary<string, ImageGroup> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<(ImageScope, string)> _old = [];

    public GroupJudge(Policy policy, GroupAssertion assertion, FindingSink sink, Coverage coverage)
    {
        _policy = policy;
        _assertion = assertion;
        _sink = sink;
        _lacking = coverage.LackingOf(policy.Categories);
        Tally = new PolicyTally(policy);
        if (assertion.By.Count == 0) GroupOf([]);
    }

    public PolicyTally Tally { get; }

    public void Judge(Image image, in EvaluationContext context)
    {
        if (!_lacking.IsEmpty) return;
        var (outcome, reasons, group) = Place(image, context);
        if (outcome == Outcome.Error) Fault(image, reasons, context);
        else if (group is null) Tally.Add(Outcome.NotApplicable);
        else if (reasons.Count > 0) group.Undecided ??= reasons;
        else Count(group, image, context);
    }

    public bool Conclude()
    {
        if (!_lacking.IsEmpty)
        {
            Tally.Add(Outcome.Error);
            _sink.Add(GroupFindings.NotSeen(_policy, _lacking, _sink.Writer.Language));
            return false;
        }
        foreach (var group in _groups.Values) Decide(group);
        return _old.Count > 0 || _groups.Values.Any(group => group.Fails);
    }

    public void Report(Image image, in EvaluationContext context)
    {
        var (_, reasons, group) = Place(image, context);
        if (group is null || reasons.Count > 0) return;
        if (_old.Contains((image.Scope, image.Id)) && _assertion.Require is KeepNewestRequirement keep)
        {
            var reason = new Reason(keep.OrderBy, FindingWriter.Show(_policy, context.Values[keep.OrderBySlot]), $"among the newest {keep.Keep} of the group");
            Tally.Add(_sink.Add(_policy, image, (Outcome.Fail, [reason]), context));
        }
        if (!group.Fails) return;
        group.Images.Add(_sink.Writer.Describe(_policy, image, context));
        group.Waivers.Add(_sink.WaiverFor(_policy, image, context));
        group.Message ??= _policy.Message is null ? null : _sink.Writer.MessageOf(_policy, Outcome.Fail, [], context);
    }

    public void Finish()
    {
        foreach (var group in _groups.Values.Where(group => group.Fails))
            Tally.Add(_sink.Add(GroupFindings.Failed(_policy, _assertion, group, _sink.Writer.Language), WaiverOf(group)));
    }

    public Outcome OutcomeFor(Image image, in EvaluationContext context) => Place(image, context).Group is null ? Outcome.NotApplicable : Outcome.Pass;

    /// <summary>A group's fail is waived when each of its images is.</summary>
    private Waiver? WaiverOf(ImageGroup group) => group.Images.Count == 0
        ? _sink.WaiverForNothing(_policy)
        : group.Waivers.Contains(null) ? null : group.Waivers[0];

    /// <summary>Where an image belongs: to no group (not applicable), to a group, or nobody can tell.</summary>
    private (Outcome Outcome, IReadOnlyList<Reason> Reasons, ImageGroup? Group) Place(Image image, in EvaluationContext context)
    {
        var applies = _policy.Applies(image.Categories, context);
        if (applies.Outcome == Outcome.NotApplicable) return (Outcome.NotApplicable, [], null);
        if (applies.Outcome == Outcome.Error) return (Outcome.Error, FindingWriter.ReasonsOf(_policy, _policy.When!, opposite: false, context), null);
        var member = _assertion.Where?.Evaluate(context) ?? Truth.True;
        if (member == Truth.False) return (Outcome.NotApplicable, [], null);
        if (GroupKey.Read(_assertion, context, out var unreadable) is not { } key)
            return (Outcome.Error, [new Reason(unreadable!.Field, FindingWriter.Show(_policy, context.Values[unreadable.Slot]), "a value to group by (needs a text)")], null);
        IReadOnlyList<Reason> undecided = member == Truth.Unknown ? FindingWriter.ReasonsOf(_policy, _assertion.Where!, opposite: false, context) : [];
        return (Outcome.Pass, undecided, GroupOf(key));
    }

    private ImageGroup GroupOf(JsonText[] key)
    {
        var joined = GroupKey.Join(key);
        if (!_groups.TryGetValue(joined, out var group)) _groups[joined] = group = new ImageGroup(key);
        return group;
    }

    private void Count(ImageGroup group, Image image, in EvaluationContext context)
    {
        group.Count++;
        if (_assertion.Require is not KeepNewestRequirement keep) return;
        var value = context.Values[keep.OrderBySlot];
        var time = value.IsMissing ? Reading<DateTimeOffset>.Unreadable : Timestamp.Reader.Read(value);
        if (time.IsRead) group.Ages.Add((time.Value, image.Id, image.Scope));
        else Fault(image, [new Reason(keep.OrderBy, FindingWriter.Show(_policy, value), $"to tell the newest (needs {Timestamp.Reader.Needs})")], context);
    }

    private void Fault(Image image, IReadOnlyList<Reason> reasons, in EvaluationContext context)
    {
        Tally.Add(_sink.Add(_policy, image, (Outcome.Error, reasons), context));
    }

    private void Decide(ImageGroup group)
    {
        if (group.Undecided is not null)
        {
            Tally.Add(Outcome.Error);
            _sink.Add(GroupFindings.Undecided(_policy, _assertion, group, _sink.Writer.Language));
        }
        else if (_assertion.Require is CountRequirement count)
        {
            group.Fails = !count.Allows(group.Count);
            if (!group.Fails) Tally.Add(Outcome.Pass);
        }
        else if (_assertion.Require is KeepNewestRequirement keep) DecideAges(group, keep.Keep);
    }

    private void DecideAges(ImageGroup group, int keep)
    {
        // Ties are told by id, the later id first.
        var newestFirst = group.Ages.OrderByDescending(age => age.Time).ThenByDescending(age => age.Id, StringComparer.Ordinal).ToList();
        for (var i = 0; i < newestFirst.Count; i++)
        {
            if (i < keep) Tally.Add(Outcome.Pass);
            else _old.Add((newestFirst[i].Scope, newestFirst[i].Id));
        }
    }
}
