using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Checks that nothing on a line comes after something that leaves nothing, or that may be absent.</summary>
internal static class HeadOrder
{
    public static bool Check(ProtocolScope scope, IReadOnlyList<HeadStep> steps)
    {
        var fits = true;
        HeadStep? greedy = null;
        HeadStep? optional = null;
        foreach (var step in steps)
        {
            // Where an option ends a list, or stands for an absent field, its word tells them apart.
            if (step.IsOption && greedy is null or { IsList: true }) continue;
            if (greedy is not null) Report(greedy.IsList ? FieldProblems.AfterWords : FieldProblems.AfterRest, step, greedy);
            else if (optional is not null && !step.IsOptional) Report(FieldProblems.AfterOptional, step, optional);
            if (step.IsList || step.Step is SlotStep { Form: SlotForm.Rest }) greedy ??= step;
            if (step.IsOptional) optional ??= step;
        }

        return fits;

        void Report(DiagnosticDescriptor descriptor, HeadStep late, HeadStep early)
        {
            fits = false;
            scope.Report(late.Field?.Place ?? late.Place, descriptor, late.Shown, early.Shown);
        }
    }
}
